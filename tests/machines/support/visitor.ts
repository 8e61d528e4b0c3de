/** Somebody with a browser that knows pages, forms and cookies, and nothing else: no JavaScript. */
export class Visitor {
  #jar = new Map<string, string>();

  constructor(
    readonly origin: string,
    /** Where the portal is reached, when that is not the address in the browser. */
    readonly reached = origin,
  ) {}

  async get(path: string): Promise<{ status: number; path: string; html: string }> {
    const answer = await this.#ask(path);
    return { status: answer.status, path: answer.path, html: await answer.text() };
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
    const answer = await this.#ask(path, body);
    return { status: answer.status, path: answer.path, html: await answer.text() };
  }

  async signIn(email: string, password: string) {
    const { status, path, html } = await this.send("/sign-in", { email, password });
    if (status !== 200 || path.startsWith("/sign-in"))
      throw new Error(`${email} could not sign in (${status}):\n${plain(html)}`);
    return this;
  }

  async #ask(path: string, body?: FormData) {
    const to = new URL(path, this.origin);
    const sent = await fetch(new URL(to.pathname + to.search, this.reached), {
      method: body ? "POST" : "GET",
      body: body ?? null,
      redirect: "manual",
      headers: {
        accept: "text/html",
        cookie: [...this.#jar].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(body ? { origin: this.origin } : {}),
      },
    });
    for (const line of sent.headers.getSetCookie()) this.#keep(line);
    const next = sent.headers.get("location");
    if (next && sent.status >= 300 && sent.status < 400) return this.#follow(new URL(next, to));
    return { status: sent.status, path: to.pathname, text: () => sent.text() };
  }

  #follow(to: URL): Promise<{ status: number; path: string; text: () => Promise<string> }> {
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
