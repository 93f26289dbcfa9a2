import { defineConfig } from "vitest/config";

/** Where `npm run dev` sends what the server answers. */
const server = `http://127.0.0.1:${process.env.PATCHWORK_PORT ?? "8080"}`;
const SERVER_PATHS = [
  "/api",
  "/tiles",
  "/export/",
  "/healthz",
  "/plain",
  "/briefing",
  "/l/",
  "/ogc",
];

export default defineConfig({
  root: "client",
  build: { outDir: "../dist/client", emptyOutDir: true, sourcemap: true, target: "es2022" },
  server: {
    host: "127.0.0.1",
    fs: { allow: [".."] },
    proxy: Object.fromEntries(SERVER_PATHS.map((path) => [path, server])),
  },
  test: {
    root: ".",
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    // A golden that is missing fails; `-u` writes it.
    update: "none",
    projects: [
      {
        extends: true,
        test: {
          name: "fast",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          exclude: ["test/browser/**", "test/slow/**", "test/bench/**"],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "slow",
          include: ["test/slow/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/support/browser-world.ts"],
          // A page that is loading on a busy machine takes longer than the second that is usual.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 90_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
    coverage: { provider: "v8", include: ["server/**/*.ts"], reporter: ["text-summary"] },
  },
});
