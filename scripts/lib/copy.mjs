import {
  chmodSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";

/** Copies files, whoever may read the copies: they are code. */
export function copyFiles(from, to, files) {
  for (const file of files) {
    const copy = path.join(to, file);
    mkdirSync(path.dirname(copy), { recursive: true });
    copyFileSync(path.join(from, file), copy);
    openToAll(copy);
  }
}

/** Copies a folder of packages but some. The files are the same ones on the disk where that goes: nobody writes into packages. */
export function linkFolder(from, to, isLeft) {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [file, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (isLeft(file)) continue;
    if (entry.isDirectory()) {
      linkFolder(file, copy, isLeft);
    } else if (entry.isSymbolicLink()) {
      symlinkSync(readlinkSync(file), copy);
    } else {
      linkOrCopy(file, copy);
      openToAll(copy);
    }
  }
}

function linkOrCopy(file, copy) {
  try {
    linkSync(file, copy);
  } catch {
    copyFileSync(file, copy);
  }
}

function openToAll(file) {
  const { mode } = lstatSync(file);
  const open = mode | 0o444 | (mode & 0o100 ? 0o111 : 0);
  if (open !== mode) chmodSync(file, open);
}
