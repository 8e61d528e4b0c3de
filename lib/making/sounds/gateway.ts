import {
  ADTS,
  type AudioCodec,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  FLAC,
  FlacOutputFormat,
  Input,
  type InputAudioTrack,
  MATROSKA,
  MP3,
  MP4,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OGG,
  OggOutputFormat,
  Output,
  type OutputFormat,
  QTFF,
  WAVE,
  WavOutputFormat,
  WEBM,
  WebMOutputFormat,
} from "mediabunny";
import { DomainError } from "@/lib/core/errors";
import { unreadable, withPicture } from "../rules";

export type MadeSound = { kind: "audio"; type: string; bytes: Buffer; seconds: number };

// Not mediabunny's list of all: it holds formats that name other files to fetch.
const formats = [MP3, WAVE, OGG, FLAC, ADTS, MP4, QTFF, WEBM, MATROSKA];
const longestWork = 20_000;

/**
 * Makes a sound anew: the packets of its first audio track in a new container of the same family, and nothing else of the file,
 * so no tags, no cover, no other track. The sound itself is copied, not decoded: no well-kept decoder runs in Node without a program of
 * its own.
 * @throws DomainError `invalid` when it is a video or cannot be read.
 */
export async function remakeSound(bytes: Uint8Array): Promise<MadeSound> {
  const input = new Input({ source: new BufferSource(bytes), formats });
  try {
    if (await input.getPrimaryVideoTrack()) throw new DomainError("invalid", withPicture);
    const track = await input.getPrimaryAudioTrack();
    const family = track && familyOf((await track.getCodec()) as AudioCodec | null, await input.getMimeType());
    if (!track || !family) throw new DomainError("invalid", unreadable);
    return { kind: "audio", type: family.type, ...(await copyPackets(track, family.format)) };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError("invalid", unreadable);
  } finally {
    input.dispose();
  }
}

/** The container of one codec. Opus stays in the kind of container it came in, since players differ in which they know. */
function familyOf(codec: AudioCodec | null, container: string): { type: string; format: OutputFormat } | null {
  if (codec === "mp3") return { type: "audio/mpeg", format: new Mp3OutputFormat() };
  if (codec === "flac") return { type: "audio/flac", format: new FlacOutputFormat() };
  if (codec === "vorbis" || (codec === "opus" && /ogg/.test(container)))
    return { type: "audio/ogg", format: new OggOutputFormat() };
  if (codec === "aac" || (codec === "opus" && /mp4|quicktime/.test(container))) {
    return { type: "audio/mp4", format: new Mp4OutputFormat() };
  }
  if (codec === "opus") return { type: "audio/webm", format: new WebMOutputFormat() };
  const wav = new WavOutputFormat();
  return codec && wav.getSupportedCodecs().includes(codec) ? { type: "audio/wav", format: wav } : null;
}

async function copyPackets(track: InputAudioTrack, format: OutputFormat) {
  const [codec, found] = [(await track.getCodec()) as AudioCodec, await track.getDecoderConfig()];
  if (!found) throw new DomainError("invalid", unreadable);
  const decoderConfig = { ...found, description: withoutComments(codec, found.description) };
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  await output.start();
  const begun = performance.now();
  let [first, end] = [0, 0];
  for await (const packet of new EncodedPacketSink(track).packets()) {
    if (performance.now() - begun > longestWork) throw new DomainError("invalid", unreadable);
    if (end === 0) first = packet.timestamp;
    const timestamp = Math.max(packet.timestamp - first, 0);
    await source.add(packet.clone({ timestamp }), end === 0 ? { decoderConfig } : undefined);
    end = Math.max(end, timestamp + packet.duration);
  }
  if (end === 0) throw new DomainError("invalid", unreadable);
  await output.finalize();
  return { bytes: Buffer.from(target.buffer ?? new ArrayBuffer()), seconds: Math.max(Math.round(end), 1) };
}

type Description = AudioDecoderConfig["description"];

/** What a decoder must know. FLAC carries its comments in the same place: `fLaC` and the first block, of 34 bytes, marked as the last, are enough. */
function withoutComments(codec: AudioCodec, description: Description): Description {
  if (codec !== "flac" || !description) return description;
  const kept = new Uint8Array(description as ArrayBuffer | Uint8Array<ArrayBuffer>).slice(0, 42);
  kept[4] = 0x80;
  return kept;
}
