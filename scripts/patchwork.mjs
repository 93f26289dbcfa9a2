#!/usr/bin/env node
// The command line's door: checks Node before anything native is loaded, then hands over.
import module from "node:module";
import "./check-node.mjs";

// Node then keeps compiled modules in its temporary folder, which halves the time to start.
module.enableCompileCache?.();
const { runCli } = await import("../server/cli/main.ts");
process.exitCode = await runCli(process.argv.slice(2));
