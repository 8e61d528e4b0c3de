// @ts-check

/** @type {import("next").NextConfig} */
const config = {
  // This folder and none above it, where another lockfile may lie.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  // Equal sources make builds that understand each other's pages.
  generateBuildId: () => process.env.PORTAL_BUILD ?? null,
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check`; a clinic's first start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "pino", "graphile-worker", "pg", "@prisma/adapter-pg", "nodemailer"],
  experimental: {
    // An upload is at most 10 MB; its form adds a little.
    serverActions: { bodySizeLimit: "1mb" },
    proxyClientMaxBodySize: "11mb",
    // Each build is made in a folder of its own, where no cache is found again.
    turbopackFileSystemCacheForBuild: false,
  },
};

export default config;
