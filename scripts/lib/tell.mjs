import { userInfo } from "node:os";
import path from "node:path";

/** An expected reason to stop, as `Stop`, for what runs before there are packages. */
export const stop = (words) => Object.assign(new Error(words), { name: "Stop" });

/** What the terminal says of an error: never a stack, which `LOG_LEVEL=debug` shows. */
export function wordsFor(error) {
  if (error?.name === "Stop") return error.message;
  if (process.env.LOG_LEVEL === "debug") return String(error?.stack ?? error);
  if (["EACCES", "EPERM", "EROFS"].includes(error?.code) && error.path) return deniedWords(error);
  if (error?.code === "ENOSPC") return `The disk is full: ${error.path ?? "make room"}, and start again.`;
  return `Something unforeseen: ${error?.message ?? error}\nLOG_LEVEL=debug shows where it comes from.`;
}

function deniedWords({ code, path: file }) {
  const user = userName();
  const folder = [process.env.DATA_DIR, process.cwd()].find((each) => each && isIn(each, file)) ?? path.dirname(file);
  if (code === "EROFS") return `${file} cannot be written: it lies on a disk that is read-only.`;
  return `The user ${user} may not use ${file}. Let the folder be theirs:  sudo chown -R ${user} ${quoted(folder)}`;
}

const isIn = (folder, file) => !path.relative(path.resolve(folder), path.resolve(file)).startsWith("..");

/** Who runs this: a name, or the number of a user who has none. */
export function userName() {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.());
  }
}

/** As a shell reads it. */
export const quoted = (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
