/** `server-only` refuses every module graph but React's; scripts are a server too. */
export function resolve(specifier, context, next) {
  if (specifier === "server-only") return { url: "data:text/javascript,", shortCircuit: true };
  return next(specifier, context);
}
