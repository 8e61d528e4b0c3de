import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@node-rs/argon2", "pino", "graphile-worker", "pg", "@prisma/adapter-pg", "nodemailer"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};

export default config;
