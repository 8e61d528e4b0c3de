import { Mp4OutputFormat, OggOutputFormat, WebMOutputFormat } from "mediabunny";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { remake } from "@/lib/making/gateway";
import { endingOf, lengthWords, mostBytes, rangeOf, textKind, waysOf } from "@/lib/making/rules";
import { bomb, chunksOf, film, gpsTag, mp3, photo, recording, square, wav } from "../support/media-files";

describe("a picture is made anew", () => {
  test("a photo that knows where it was taken forgets it, and stands upright", async () => {
    const before = await photo();
    const known = await sharp(before).metadata();
    expect(known.exif?.includes(Buffer.from("Phone"))).toBe(true);
    expect(known.exif?.includes(gpsTag)).toBe(true);
    expect(before.includes("Casa Marta")).toBe(true);

    const made = await remake(before);
    if (made.kind !== "image") throw new Error("This is a picture");
    expect(made).toMatchObject({ type: "image/webp", width: 40, height: 60 });
    for (const bytes of [made.bytes, made.thumb]) {
      const left = await sharp(bytes).metadata();
      expect(left).toMatchObject({ format: "webp" });
      for (const name of ["exif", "xmp", "iptc", "icc", "orientation", "comments"] as const)
        expect(left[name]).toBeUndefined();
      expect(chunksOf(bytes)).not.toEqual(expect.arrayContaining(["EXIF", "XMP ", "ICCP"]));
      expect(bytes.includes("Casa")).toBe(false);
    }
  });

  test("a large picture is made smaller, with a square thumbnail", async () => {
    const made = await remake(await square(4000, 1000).png().toBuffer());
    if (made.kind !== "image") throw new Error("This is a picture");
    expect([made.width, made.height]).toEqual([2048, 512]);
    expect(await sharp(made.thumb).metadata()).toMatchObject({ width: 480, height: 480 });
  });

  test.each(["png", "webp", "avif", "gif"] as const)("a %s is kept", async (format) => {
    expect(await remake(await square().toFormat(format).toBuffer())).toMatchObject({ kind: "image", width: 60 });
  });

  test("of a moving picture the first frame is kept", async () => {
    const frames = [await square(20, 20).png().toBuffer(), await square(20, 20).negate().png().toBuffer()];
    const pages = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(pages).metadata()).pages).toBe(2);
    expect(await remake(pages)).toMatchObject({ kind: "image", width: 20, height: 20 });
  });
});

describe("what cannot be kept is refused in kind words", () => {
  const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const html = "<!doctype html><script>alert(1)</script>";
  const zip = Buffer.from("504b0304140000000800000021000000000000000000000000000100000061", "hex");
  test.each([
    ["an SVG", svg, "This is an SVG drawing. Images and sounds"],
    ["an SVG without a head", svg.slice(21), "This is an SVG drawing."],
    ["a web page named .jpg", html, "This is a web page. Images and sounds"],
    ["a ZIP", zip, "This is a ZIP file. Images and sounds can be kept here: JPEG, PNG"],
    ["a text", "Dear diary", "This is a text file."],
    ["a PDF", "%PDF-1.7\n%", "This is a PDF."],
    ["random bytes", Buffer.from("00ff13370badcafe00", "hex"), "This is neither an image nor a sound"],
    ["nothing", "", "This file is empty. Choose another."],
    ["11 MB", Buffer.alloc(mostBytes + 1), "This file is larger than 10 MB."],
  ])("%s", async (_name, content, words) => {
    const refused = remake(Buffer.from(content));
    await expect(refused).rejects.toMatchObject({
      name: "DomainError",
      code: expect.stringMatching(/^(invalid|too-large)$/),
    });
    await expect(refused).rejects.toThrow(words);
  });

  test("a bomb of 300 megapixels, before it is decoded", async () => {
    const begun = performance.now();
    await expect(remake(bomb(20_000, 15_000))).rejects.toThrow("more than 50 megapixels");
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  test("a photo that did not arrive whole", async () => {
    const whole = await sharp(Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, at) => (at * 7919) % 251)), {
      raw: { width: 300, height: 300, channels: 3 },
    })
      .jpeg()
      .toBuffer();
    await expect(remake(whole.subarray(0, whole.length / 2))).rejects.toThrow("could not be read to its end");
  });

  test("a web page behind the first bytes of a JPEG", async () => {
    await expect(remake(Buffer.concat([Buffer.from("ffd8ffe0", "hex"), Buffer.from(html)]))).rejects.toThrow(
      "could not be read",
    );
  });

  test("a HEIC photo, with what to do", async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic"), Buffer.alloc(12)]);
    await expect(remake(heic)).rejects.toThrow("Save it as a JPEG");
  });

  test("a video", async () => {
    await expect(remake(await film())).rejects.toThrow("This is a video.");
  });

  test("a recording whose end is only a name", async () => {
    await expect(remake(Buffer.from("fLaC\0\0\0\x22 and nothing more"))).rejects.toThrow("could not be read");
  });
});

describe("a sound is made anew", () => {
  test.each([
    ["a WAV with an author", wav(), "audio/wav", 2],
    ["an MP3 with tags before and behind", mp3(), "audio/mpeg", 1],
    ["a voice from Chrome (WebM, Opus)", recording("opus", new WebMOutputFormat()), "audio/webm", 2],
    ["a voice from Firefox (Ogg, Opus)", recording("opus", new OggOutputFormat()), "audio/ogg", 2],
    ["a voice from Safari (MP4, AAC)", recording("aac", new Mp4OutputFormat()), "audio/mp4", 2],
  ])("%s", async (_name, file, type, seconds) => {
    const before = Buffer.from(await file);
    expect(before.includes("Casa Marta")).toBe(true);
    const made = await remake(before);
    expect(made).toMatchObject({ kind: "audio", type, seconds });
    expect(made.bytes.includes("Casa")).toBe(false);
    expect(made.bytes.includes("LIST")).toBe(false);
    expect(made.bytes.byteLength).toBeGreaterThan(1_000);
    const again = await remake(made.bytes);
    expect(again).toMatchObject({ type, seconds });
  });
});

test("lengths, endings and ranges are plain", () => {
  expect([lengthWords(40), lengthWords(65), lengthWords(600)]).toEqual(["40 s", "1 min 05 s", "10 min 00 s"]);
  expect([endingOf("audio/mp4"), endingOf("image/webp"), endingOf("x/y")]).toEqual(["m4a", "webp", "bin"]);
  expect(rangeOf(null, 10)).toBeNull();
  expect(rangeOf("bytes=0-1", 10)).toEqual({ from: 0, to: 1 });
  expect(rangeOf("bytes=4-", 10)).toEqual({ from: 4, to: 9 });
  expect(rangeOf("bytes=-3", 10)).toEqual({ from: 7, to: 9 });
  expect(rangeOf("bytes=5-90", 10)).toEqual({ from: 5, to: 9 });
  expect(rangeOf("bytes=10-", 10)).toBe("none");
  expect(rangeOf("bytes=5-2", 10)).toBe("none");
  expect(rangeOf("bytes=0-1,4-5", 10)).toBeNull();
  expect(waysOf("mp3")).toEqual({ by: "sound" });
  expect(textKind("\u0000abc")).toBeUndefined();
});
