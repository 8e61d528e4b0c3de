import { strToU8, type Zippable, zip } from "fflate";

export type ZipFile = { path: string; content: string | Uint8Array; at?: Date };

/** Packs files into a ZIP. Texts are compressed; pictures and sounds are so already. Works beside the server, not in its way. */
export function packZip(files: ZipFile[], boundAt: Date): Promise<Buffer> {
  const all: Zippable = {};
  for (const { path, content, at = boundAt } of files) {
    const text = typeof content === "string";
    all[path] = [text ? strToU8(content) : content, { level: text ? 6 : 0, mtime: at }];
  }
  return new Promise((resolve, reject) => {
    zip(all, (error, packed) =>
      error ? reject(error) : resolve(Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)),
    );
  });
}
