import { type NextRequest, NextResponse } from "next/server";
import { ownMark } from "./lib/core/answers";

// Headers only. Who may see what is decided where the data is read.
export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const asset = pathname.startsWith("/_next/static/");
  const bytes = asset || /^\/api\/(media|book)\//.test(pathname);
  const policy = bytes ? "default-src 'none'; frame-ancestors 'none'" : pagePolicy(btoa(crypto.randomUUID()));

  // Next reads the nonce for its own scripts from the request's copy.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });

  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(fixed)) response.headers.set(name, value);
  if (secureOrigin) response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  if (!asset) response.headers.set("cache-control", "no-store");
  return response;
}

const secureOrigin = process.env.APP_ORIGIN?.startsWith("https:") ?? false;
const developing = process.env.NODE_ENV === "development";

const fixed = {
  [ownMark]: "1",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(self), payment=(), usb=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

function pagePolicy(nonce: string) {
  const rules = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${developing ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (!developing) rules.push("require-trusted-types-for 'script'", "trusted-types nextjs default");
  if (secureOrigin) rules.push("upgrade-insecure-requests");
  return rules.join("; ");
}
