import type { ReactNode } from "react";
import { Arch } from "./arch";
import { Link } from "./link";
import { NavLink } from "./nav-link";

export type NavItem = {
  href: string;
  label: string;
  icon?: ReactNode;
  /** Words beside the label, such as "2 unsigned". */
  count?: ReactNode;
  /** Current only on exactly this address (a space's first page). */
  exact?: boolean;
  /** Other parts of the space that belong under this entry. */
  also?: string[];
};

export type Space = "my" | "therapist" | "companion" | "admin" | "public";

type Props = {
  space: Space;
  home: string;
  nav: NavItem[];
  /** The person's name and, beneath, credentials or clinic. */
  person?: { name: string; detail?: string };
  /** Address of the account page. */
  account?: string;
  /** A form that signs out. */
  signOut?: ReactNode;
  /** Address of quiet mode. */
  quiet?: string;
  /** Address of "I need help now". */
  help?: string;
  /** The demonstration banner, or other standing news. */
  banner?: ReactNode;
  /** The flash notice of the last act. */
  notice?: ReactNode;
  /** Name beside the mark. */
  brand?: string;
  children: ReactNode;
};

/** Everything around a page's content. The page itself renders no <main>. */
export function SpaceShell(props: Props) {
  const sideways = props.space === "therapist" || props.space === "admin";
  return (
    <div data-space={props.space} className={sideways ? "shell side" : "shell column"}>
      <a href="#content" className="skip">
        Skip to the content
      </a>
      {props.banner && (
        <aside aria-label="About this portal" className="banner">
          {props.banner}
        </aside>
      )}
      {sideways ? <SideBar {...props} /> : <TopBar {...props} />}
      <main id="content" tabIndex={-1}>
        {props.notice}
        {props.children}
      </main>
      {!sideways && (
        <footer className="foot">
          <Person {...props} />
        </footer>
      )}
    </div>
  );
}

function Brand({ home, brand = "Threshold" }: Pick<Props, "home" | "brand">) {
  return (
    <Link href={home} className="brand">
      <Arch />
      {brand}
    </Link>
  );
}

function Items({ nav }: { nav: NavItem[] }) {
  return (
    <ul>
      {nav.map(({ href, label, icon, count, exact, also }) => (
        <li key={href}>
          <NavLink href={href} exact={exact} also={also}>
            {icon}
            <span>{label}</span>
            {count}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

function Person({ person, account, signOut }: Props) {
  if (!person && !account && !signOut) return null;
  return (
    <div className="person">
      {person && (
        <p>
          {person.name}
          {person.detail && <span className="block">{person.detail}</span>}
        </p>
      )}
      {account && <NavLink href={account}>Account</NavLink>}
      {signOut}
    </div>
  );
}

function Help({ help }: Pick<Props, "help">) {
  return help ? (
    <Link href={help} className="help">
      I need help now
    </Link>
  ) : null;
}

function SideBar(props: Props) {
  return (
    <header className="side-bar">
      <div className="side-top">
        <Brand {...props} />
        <Help help={props.help} />
        <details className="menu">
          <summary>Menu</summary>
          <div className="menu-panel">
            <nav aria-label="Main, in the menu">
              <Items nav={props.nav} />
            </nav>
            <Person {...props} />
          </div>
        </details>
      </div>
      <div className="side-rest">
        <nav aria-label="Main">
          <Items nav={props.nav} />
        </nav>
        <Person {...props} />
      </div>
    </header>
  );
}

function TopBar(props: Props) {
  return (
    <header className="top-bar">
      <Brand {...props} />
      {props.nav.length > 0 && (
        <nav aria-label="Main" className={props.space === "my" ? "tabs" : "top-nav"}>
          <Items nav={props.nav} />
        </nav>
      )}
      <span className="at-hand">
        {props.quiet && (
          <Link href={props.quiet} className="help">
            Quiet
          </Link>
        )}
        <Help help={props.help} />
      </span>
    </header>
  );
}
