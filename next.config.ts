import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check`; a clinic's first start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "pino", "graphile-worker", "pg", "@prisma/adapter-pg", "nodemailer"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};

export default config;
