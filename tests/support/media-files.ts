import {
  type AudioCodec,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  type OutputFormat,
  WebMOutputFormat,
} from "mediabunny";
import sharp from "sharp";

export const secret = "41.4034, Casa Marta";
export const square = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: "#a8532a" } });

/** A photo as a phone takes it: with a place, an author, a comment and a direction to be turned in. */
export const photo = () =>
  square()
    .withExif({
      IFD0: { Make: "Phone", ImageDescription: secret },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "41/1 24/1 12/1", GPSLongitudeRef: "E", GPSLongitude: "2/1 10/1 27/1" },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc>${secret}</dc></x:xmpmeta>`)
    .jpeg()
    .toBuffer();

/** The tag of the GPS directory in an EXIF block, in either byte order. */
export const gpsTag = Buffer.from("2588", "hex");

export function chunksOf(webp: Buffer): string[] {
  const names: string[] = [];
  for (let at = 12; at + 8 <= webp.length; at += 8 + webp.readUInt32LE(at + 4) + (webp.readUInt32LE(at + 4) % 2))
    names.push(webp.toString("latin1", at, at + 4));
  return names;
}

/** A PNG that says it is that large, and holds next to nothing. */
export function bomb(width: number, height: number) {
  const head = Buffer.alloc(25);
  head.writeUInt32BE(13, 0);
  head.write("IHDR", 4);
  head.writeUInt32BE(width, 8);
  head.writeUInt32BE(height, 12);
  head.set([8, 2, 0, 0, 0], 16);
  head.writeUInt32BE(crc(head.subarray(4, 21)), 21);
  const data = Buffer.from("0000000149444154789c", "hex");
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), head, data]);
}

function crc(bytes: Buffer) {
  let left = 0xffffffff;
  for (const byte of bytes) {
    left ^= byte;
    for (let bit = 0; bit < 8; bit++) left = left & 1 ? (left >>> 1) ^ 0xedb88320 : left >>> 1;
  }
  return ~left >>> 0;
}

/** Two seconds of 8 kHz mono, with an author in a LIST chunk. */
export function wav() {
  const chunk = (name: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(name);
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const form = Buffer.alloc(16);
  form.writeUInt16LE(1, 0);
  form.writeUInt16LE(1, 2);
  form.writeUInt32LE(8_000, 4);
  form.writeUInt32LE(16_000, 8);
  form.writeUInt16LE(2, 12);
  form.writeUInt16LE(16, 14);
  const info = chunk("LIST", Buffer.concat([Buffer.from("INFO"), chunk("IART", Buffer.from(`${secret}\0`))]));
  const body = Buffer.concat([Buffer.from("WAVE"), chunk("fmt ", form), info, chunk("data", Buffer.alloc(32_000, 1))]);
  return chunk("RIFF", body);
}

/** About a second of silent MPEG-1 layer III frames, with ID3v2 in front and ID3v1 behind. */
export function mp3() {
  const title = Buffer.concat([Buffer.from([0]), Buffer.from(secret)]);
  const frame = Buffer.concat([Buffer.from("TIT2"), Buffer.from([0, 0, 0, title.length, 0, 0]), title]);
  const id3 = Buffer.concat([Buffer.from("ID3"), Buffer.from([3, 0, 0, 0, 0, 0, frame.length]), frame]);
  const silence = Buffer.alloc(417);
  silence.set([0xff, 0xfb, 0x90, 0x00]);
  const old = Buffer.alloc(128);
  old.write(`TAG${secret}`);
  return Buffer.concat([id3, ...Array.from({ length: 40 }, () => silence), old]);
}

/** Two seconds as a browser's recorder makes them, with what a recorder could write beside them. */
export async function recording(codec: AudioCodec, format: OutputFormat) {
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  output.setMetadataTags({ title: secret, artist: "Noor", comment: secret });
  await output.start();
  const config = {
    opus: { codec: "opus", description: Buffer.from("4f707573486561640101000080bb0000000000", "hex") },
    aac: { codec: "mp4a.40.2", description: Buffer.from("1188", "hex") },
  }[codec as "opus" | "aac"];
  for (let at = 0; at < 100; at++) {
    const packet = new EncodedPacket(
      Buffer.concat([Buffer.from([0x78]), Buffer.alloc(40, at)]),
      "key",
      at * 0.02,
      0.02,
    );
    await source.add(packet, { decoderConfig: { ...config, sampleRate: 48_000, numberOfChannels: 1 } });
  }
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer());
}

export async function film() {
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new EncodedVideoPacketSource("vp8");
  output.addVideoTrack(source);
  await output.start();
  const decoderConfig = { codec: "vp8", codedWidth: 16, codedHeight: 16 };
  for (let at = 0; at < 5; at++) {
    await source.add(new EncodedPacket(Buffer.alloc(30, 16), "key", at, 1), { decoderConfig });
  }
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer());
}
