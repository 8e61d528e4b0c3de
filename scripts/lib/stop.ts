/** An expected reason to stop, told in words to the person at the terminal. */
export class Stop extends Error {
  override name = "Stop";
}
