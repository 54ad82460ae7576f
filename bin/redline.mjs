#!/usr/bin/env node
// The `redline` command: makes sure of Node 24 and the packages, then hands over to src/cli/main.ts.
import { join } from 'node:path'
import { root, run } from './setup.mjs'

await run([join(root, 'src/cli/main.ts'), ...process.argv.slice(2)])
