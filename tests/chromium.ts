import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

const run = promisify(execFile)
const cache = join(import.meta.dirname, '../node_modules/.cache/kantelpunt')

const flags = [
  // As root there is no sandbox; the browser sees nothing but our own pages.
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  // Whatever a page asks for, nothing leaves this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

interface Candidate {
  readonly executablePath: string
  readonly env: Record<string, string>
}

/**
 * Starts Chromium: the one from npm, which brings its libraries and a font along, and where that does not start (another
 * system, another processor) the one of Debian, installed if need be. Throws with what was tried.
 */
export async function launchChromium(): Promise<Browser> {
  const problems: string[] = []
  for (const find of [fromNpm, fromSystem, fromDebian]) {
    try {
      const candidate = await find()
      if (candidate !== undefined) return await chromium.launch({ ...candidate, args: flags })
    } catch (error) {
      problems.push(`${find.name}: ${error instanceof Error ? error.message.slice(0, 2000) : error}`)
    }
  }
  throw new Error(
    `No Chromium starts here. Install it (apt-get install chromium) and try again.\n${problems.join('\n')}`,
  )
}

/** `@sparticuz/chromium`, unpacked once per version. It is built for x64. */
async function fromNpm(): Promise<Candidate | undefined> {
  if (process.arch !== 'x64' || process.platform !== 'linux') return undefined
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@sparticuz/chromium')
  const packageFolder = join(dirname(entry), '..')
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) await unpack(packageFolder, entry, folder)
  // The same fonts everywhere, so that a picture does not depend on the machine: one for what our own font lacks.
  const fonts = [join(folder, 'fonts/fonts'), join(require.resolve('dejavu-fonts-ttf/package.json'), '../ttf')]
  const configuration = join(folder, 'fonts.conf')
  await writeFile(
    configuration,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${fonts.map((path) => `<dir>${path}</dir>`).join('')}<cachedir>${folder}/font-cache</cachedir></fontconfig>\n`,
  )
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...environment(),
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: configuration,
    },
  }
}

/** Unpacks beside the final place and moves it there, so that it is there whole or not at all. */
async function unpack(packageFolder: string, entry: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const place = await mkdtemp(`${folder}-`)
  const parts = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
  const script = `import { inflate } from ${JSON.stringify(entry)}
    await Promise.all(${JSON.stringify(parts.map((part) => join(packageFolder, 'bin', part)))}.map((part) => inflate(part)))`
  // The package unpacks into the temporary folder of its process; in one of its own that is ours to choose.
  const env = { ...environment(), TMPDIR: place }
  await run(process.execPath, ['--input-type=module', '--eval', script], { env })
  await chmod(join(place, 'chromium'), 0o755)
  await rename(place, folder).catch(async (error) => {
    // Another process was first.
    await rm(place, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  })
}

async function fromSystem(): Promise<Candidate | undefined> {
  const paths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const executablePath = paths.find((path) => existsSync(path))
  return executablePath === undefined ? undefined : { executablePath, env: environment() }
}

async function fromDebian(): Promise<Candidate | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  process.stderr.write('Installing Chromium from Debian; this takes a minute or two.\n')
  const env = { ...environment(), DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env })
  await run('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], { env, maxBuffer: 2 ** 26 })
  return { executablePath: '/usr/bin/chromium', env: environment() }
}

function environment(): Record<string, string> {
  const known = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(known)
}
