import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findNode24, requireNode24, root } from './node24.mjs'

// Runs on Node 20 and without any package: it is what installs them.

/** Installs the packages of package-lock.json where they are not there yet, and returns the path of Node 24. */
export async function setup() {
  const missing = whatIsMissing()
  if (missing !== undefined) await install(missing)
  return requireNode24()
}

/** The first reason why node_modules is not what package-lock.json says; undefined where it is. */
function whatIsMissing() {
  const installedLock = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installedLock)) return 'nothing is installed yet'
  const wanted = packagesOf(join(root, 'package-lock.json'))
  // npm keeps in this file what it really installed, also after `npm install` by hand.
  const installed = packagesOf(installedLock)
  for (const [path, { version, optional, link }] of Object.entries(wanted)) {
    if (!path.includes('node_modules/') || link) continue
    const there = installed[path]
    // An optional package that is not there is one for another kind of machine.
    if (there === undefined ? !optional : there.version !== version)
      return `${path.replace(/.*node_modules\//, '')} ${version}`
  }
  // A folder that came from a machine of another kind has everything but what runs here.
  const own = `node_modules/node-${process.platform}-${process.arch}`
  if (own in wanted && findNode24() === undefined) return `${own.slice('node_modules/'.length)}`
  return undefined
}

function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
}

async function install(missing) {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  console.error(`Installing packages (${missing}). The first time this takes a minute or two.`)
  const clock = setInterval(() => console.error(`  still installing, ${seconds()} s`), 15_000)
  // npm itself tells where it is when it started us; without it the one on the path serves.
  const npm = process.env.npm_execpath
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  // Everything is wanted, also where NODE_ENV or a setting of this machine says otherwise.
  const wanted = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
    '--no-progress',
    '--no-audit',
    '--no-fund',
  ]
  const child = spawn(command, [...first, ...wanted], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`npm could not be started: ${error.message}`)
      resolve(1)
    })
    child.once('exit', (status) => resolve(status ?? 1))
  })
  clearInterval(clock)
  if (code !== 0) {
    console.error('The packages could not be installed; npm says why above. Is there a network? Then run this again.')
    process.exit(1)
  }
  console.error(`Packages installed in ${seconds()} s.`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(await setup())
