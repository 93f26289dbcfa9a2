#!/usr/bin/env node
// The command line's door: checks Node before anything native is loaded, then hands over.
import "./check-node.mjs";

const { runCli } = await import("../server/cli/main.ts");
process.exitCode = await runCli(process.argv.slice(2));
