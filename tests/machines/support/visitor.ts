import { request as plainly } from "node:http";
import { request as safely } from "node:https";

type Page = { status: number; path: string; html: string };

/** Somebody with a browser that knows pages, forms and cookies, and nothing else: no JavaScript. */
export class Visitor {
  #jar = new Map<string, string>();

  constructor(
    readonly origin: string,
    /** The port of this machine at which the address in the browser is reached, when that is another. */
    readonly port = new URL(origin).port,
  ) {}

  get(path: string): Promise<Page> {
    return this.#ask(path);
  }

  /** Fills the form of a page in which all these fields stand, and sends it. */
  async send(path: string, fields: Record<string, string>) {
    const { html } = await this.get(path);
    const form = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].find(([text]) =>
      Object.keys(fields).every((name) => text.includes(`name="${name}"`)),
    )?.[0];
    if (!form) throw new Error(`${path} has no form with ${Object.keys(fields).join(", ")}:\n${plain(html)}`);
    const body = new FormData();
    for (const [tag] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g))
      body.append(attribute(tag, "name"), attribute(tag, "value"));
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.#ask(path, body);
  }

  async signIn(email: string, password: string) {
    const { status, path, html } = await this.send("/sign-in", { email, password });
    if (status !== 200 || path.startsWith("/sign-in"))
      throw new Error(`${email} could not sign in (${status}):\n${plain(html)}`);
    return this;
  }

  async #ask(path: string, body?: FormData): Promise<Page> {
    const to = new URL(path, this.origin);
    const form = body && new Response(body);
    const sent = await this.#send(to, form ? Buffer.from(await form.arrayBuffer()) : Buffer.alloc(0), {
      host: to.host,
      accept: "text/html",
      cookie: [...this.#jar].map(([name, value]) => `${name}=${value}`).join("; "),
      ...(form ? { origin: this.origin, "content-type": form.headers.get("content-type") ?? "" } : {}),
    });
    for (const line of sent.cookies) this.#keep(line);
    if (sent.next && sent.status >= 300 && sent.status < 400) return this.#follow(new URL(sent.next, to));
    return { status: sent.status, path: to.pathname, html: sent.html };
  }

  #send(to: URL, body: Buffer, headers: Record<string, string>) {
    const secure = to.protocol === "https:";
    const where = { host: "127.0.0.1", port: this.port, path: to.pathname + to.search, servername: to.hostname };
    const method = headers.origin ? "POST" : "GET";
    const length = { "content-length": String(body.length) };
    return new Promise<{ status: number; cookies: string[]; next?: string; html: string }>((resolve, reject) => {
      const options = { ...where, method, headers: { ...headers, ...length }, rejectUnauthorized: false, agent: false };
      const asked = (secure ? safely : plainly)(options, async (answer) => {
        let html = "";
        for await (const chunk of answer.setEncoding("utf8")) html += chunk;
        const { location: next, "set-cookie": cookies = [] } = answer.headers;
        resolve({ status: answer.statusCode ?? 0, cookies, ...(next && { next }), html });
      });
      asked.once("error", reject).end(body);
    });
  }

  #follow(to: URL): Promise<Page> {
    if (to.origin !== new URL(this.origin).origin) throw new Error(`It leads away, to ${to.origin}.`);
    return this.#ask(to.pathname + to.search);
  }

  #keep(line: string) {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.#jar.delete(pair.slice(0, at));
    else this.#jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

const attribute = (tag: string, name: string) =>
  (tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? "").replace(/&quot;/g, '"').replace(/&amp;/g, "&");

/** The words of a page, for a message. */
export const plain = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, 600);
