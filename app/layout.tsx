import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import "./globals.css";

const atkinson = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  variable: "--font-atkinson",
  weight: "200 800",
  adjustFontFallback: false,
});

const atkinsonExt = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
  variable: "--font-atkinson-ext",
  weight: "200 800",
  preload: false,
});

const newsreader = localFont({
  src: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
  variable: "--font-newsreader",
  weight: "200 800",
  adjustFontFallback: false,
});

const newsreaderExt = localFont({
  src: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-ext-wght-normal.woff2",
  variable: "--font-newsreader-ext",
  weight: "200 800",
  preload: false,
  adjustFontFallback: "Times New Roman",
});

const fonts = [atkinson, atkinsonExt, newsreader, newsreaderExt].map((font) => font.variable).join(" ");

export const metadata: Metadata = {
  title: { default: "Threshold", template: "%s · Threshold" },
  robots: { index: false, follow: false },
  icons: { icon: { url: "/mark.svg", type: "image/svg+xml" }, apple: "/icons/apple-touch-icon.png" },
  appleWebApp: { capable: true, title: "Threshold", statusBarStyle: "default" },
  formatDetection: { telephone: false },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf7f1" },
    { media: "(prefers-color-scheme: dark)", color: "#14181a" },
  ],
};

// A prerendered page would carry no nonce, and its scripts would be refused.
export const dynamic = "force-dynamic";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fonts}>
      <body>{children}</body>
    </html>
  );
}
