import { crc32, deflateSync } from "node:zlib";
import { zipSync } from "fflate";
import sharp from "sharp";

const description = "In front of the river house";
const datum = "WGS-84";

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="41,24.2028N"/></rdf:RDF></x:xmpmeta>`;

/** A phone's photo: where it was taken stands in it twice, what it shows once. */
export const photoWithPlace = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: "#a8532a" } })
    .withExif({
      IFD0: { ImageDescription: description, Make: "Phone" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "41/1 24/1 12/1",
        GPSLongitudeRef: "W",
        GPSLongitude: "73/1 57/1 3/1",
        GPSMapDatum: datum,
      },
    })
    .withXmp(xmp)
    .jpeg()
    .toBuffer();

/** What a file tells beside its pixels. */
export function tracesIn(bytes: Buffer): string[] {
  const text = bytes.toString("latin1");
  return ["Exif", "EXIF", "GPS", "XMP", "adobe", datum, description, "ICCP", "Phone"].filter((trace) =>
    text.includes(trace),
  );
}

/** A PNG of a few kilobytes that unfolds to 20,000 × 15,000 pixels. */
export function bomb(): Buffer {
  const [width, height] = [20_000, 15_000];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = Buffer.alloc((1 + width / 8) * height);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

const text = (name: string, mimeType: string, words: string) => ({ name, mimeType, buffer: Buffer.from(words) });

/** Files that are not kept, each with the words that say why. */
export const refused = () => [
  {
    file: text(
      "drawing.svg",
      "image/svg+xml",
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ),
    said: /This is an SVG drawing\./,
  },
  {
    file: text("holiday.jpg", "image/jpeg", "<!doctype html><html><body><script>alert(1)</script></body></html>"),
    said: /This is a web page\./,
  },
  { file: { name: "sky.png", mimeType: "image/png", buffer: bomb() }, said: /more than 50 megapixels/ },
  {
    file: {
      name: "all.zip",
      mimeType: "application/zip",
      buffer: Buffer.from(zipSync({ "a.txt": Buffer.from("a") })),
    },
    said: /This is a ZIP file\./,
  },
  {
    file: { name: "long.mp3", mimeType: "audio/mpeg", buffer: Buffer.alloc(11_000_000, 1) },
    said: /larger than 10 MB/,
  },
];
