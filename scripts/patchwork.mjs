#!/usr/bin/env node
// The command line's door: checks Node before anything native is loaded, then hands over.
import "./check-node.mjs";

await import("../server/cli/main.ts");
