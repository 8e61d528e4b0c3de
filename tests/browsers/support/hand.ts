/** A control as a person finds it: a field by its label, a button or a link by its words. */
export type Find = { kind: "field" | "button" | "link"; name: string };

/** What a browser can be asked to do. `body` is that of a function in the page, whose `arguments` are the rest. */
export type Driver = {
  /** Its name and version. */
  name: string;
  go: (url: string) => Promise<void>;
  run: <T>(body: string, ...args: unknown[]) => Promise<T>;
  click: (find: Find) => Promise<void>;
  type: (find: Find, text: string) => Promise<void>;
  /** Forgets everything of everybody who was here. */
  forget: () => Promise<void>;
  close: () => Promise<void>;
};

/** The body of a function that answers with the first control in sight that a `Find` names, or null. */
export const finding = `
  const [kind, name] = arguments;
  const plain = (text) => (text || "").replace(/\\s+/g, " ").trim();
  const selector = { field: "input, textarea, select", button: "button", link: "a[href]" }[kind];
  const words = (one) => [one.getAttribute("aria-label"), ...[...(one.labels || [])].map((label) => label.textContent),
    kind === "field" ? "" : one.textContent].map(plain);
  const all = [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0);
  return all.find((one) => words(one).includes(name)) || all.find((one) => words(one).some((text) => text.startsWith(name))) || null;
`;

const patience = 20_000;

/** A person with a browser: looks until something is there, and says what they saw instead. */
export class Hand {
  constructor(
    readonly driver: Driver,
    readonly origin: string,
  ) {}

  go(path: string) {
    return this.driver.go(new URL(path, this.origin).href);
  }

  async fill(name: string, text: string) {
    await this.#there({ kind: "field", name });
    await this.driver.type({ kind: "field", name }, text);
  }

  async press(name: string) {
    await this.#there({ kind: "button", name });
    await this.driver.click({ kind: "button", name });
  }

  async follow(name: string) {
    await this.#there({ kind: "link", name });
    await this.driver.click({ kind: "link", name });
  }

  /** Waits until these words are in sight. */
  see(words: string, patienceMs = patience) {
    const body = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
    return this.until(`"${words}"`, body, [words], patienceMs);
  }

  /** Waits until the path of the page is one of those. */
  arrive(path: RegExp) {
    return this.until(String(path), "return new RegExp(arguments[0]).test(location.pathname)", [path.source]);
  }

  /** Waits until a function's body in the page answers with something true, across pages that come and go meanwhile. */
  async until(what: string, body: string, args: unknown[] = [], patienceMs = patience) {
    const end = Date.now() + patienceMs;
    while (Date.now() < end) {
      if (await this.driver.run(body, ...args).catch(() => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const seen = await this.driver.run<string>("return location.href + '\\n' + document.body.innerText").catch(String);
    throw new Error(`${this.driver.name} did not come to ${what}. It shows:\n${seen.slice(0, 1_500)}`);
  }

  /** Signs in as a person would, and waits for their first page. */
  async signIn(email: string, password: string) {
    await this.go("/sign-in");
    await this.fill("E-mail address", email);
    await this.fill("Password", password);
    await this.press("Sign in");
    await this.until("a page of one's own", "return !/sign-in/.test(location.pathname)");
  }

  #there({ kind, name }: Find) {
    return this.until(`the ${kind} "${name}"`, `return Boolean((function () {${finding}}).apply(null, arguments))`, [
      kind,
      name,
    ]);
  }
}
