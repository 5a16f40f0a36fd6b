import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Runs on Node 20: everything else in the house is written for Node 24, which npm brings in as a package.

/** The folder of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Path of a Node 24 or newer: the one npm installed, else the one that runs this; undefined where there is none. */
export function findNode24() {
  const installed = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
  if (existsSync(installed)) return installed
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined
}

/** As `findNode24`, but ends the process with what to do where there is none. */
export function requireNode24() {
  const node = findNode24()
  if (node !== undefined) return node
  process.stderr.write(
    `Kantelpunt needs Node 24 and brings it along for Linux on x64 and arm64; this is ${process.platform} on ` +
      `${process.arch} with Node ${process.versions.node}.\nInstall Node 24 or newer from nodejs.org and run this again.\n`,
  )
  process.exit(1)
}
