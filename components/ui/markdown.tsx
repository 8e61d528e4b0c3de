import ReactMarkdown from "react-markdown";

const safe = [
  "p",
  "strong",
  "em",
  "ul",
  "ol",
  "li",
  "blockquote",
  "h1",
  "h2",
  "h3",
  "h4",
  "br",
  "hr",
  "a",
  "code",
  "del",
];

/** Light Markdown of people's texts: no raw HTML, no images; headings become small ones. */
export function Markdown({ children }: { children: string }) {
  return (
    <div className="prose">
      <ReactMarkdown allowedElements={safe} unwrapDisallowed skipHtml components={{ h1: "h4", h2: "h4", h3: "h4" }}>
        {children}
      </ReactMarkdown>
    </div>
  );
}
