/** Six breaths a minute: in for four seconds, out for six. It moves by styles alone; with reduced motion the words stay and nothing moves. */
export function Breathe() {
  return (
    <div className="quiet-breath">
      <p className="sr-only">Breathe in for four seconds, and out for six. Stop whenever you like.</p>
      <div className="breath-arch" aria-hidden="true" />
      <p className="breath-words" aria-hidden="true">
        <span className="in">in</span>
        <span className="out">out</span>
      </p>
    </div>
  );
}
