import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type BuildOptions, type BuildResult, build, type Metafile } from 'esbuild'
import { root, serverOptions } from './bundle.ts'
import { removeStale } from './remove-stale.ts'

const output = join(root, 'build')
const stamp = join(output, 'stamp.json')

/**
 * Builds what `build/server/main.js` needs to run: the server, and under `build/public/` the script, styles, fonts and
 * service worker of the browser, each with a hash in its name, listed in `build/manifest.json`. Does nothing where no
 * source changed since the last time. Returns whether anything was built.
 */
export async function buildAll(): Promise<boolean> {
  if (await isFresh()) return false
  await mkdir(join(output, 'public'), { recursive: true })
  await linkPackages()
  const [server, client, passkeys, lessons, growth, styles] = await Promise.all([
    build({ ...serverOptions({ main: 'app/main.ts' }, 'build/server'), metafile: true }),
    build({ ...browserOptions('app/client.ts'), splitting: true, metafile: true }),
    build({ ...browserOptions(passkeyClient), metafile: true }),
    build({ ...browserOptions(lessonDocument), metafile: true }),
    // The solver behind certificates asks for Node's modules; it is looked at, and left out as nothing here uses it.
    build({ ...browserOptions(...growthOnDevice), external: ['node:*'], metafile: true }),
    build({ ...browserOptions('app/styles.css'), metafile: true }),
  ])
  const browser = [client, passkeys, lessons, growth, styles]
  const manifest: Record<string, string> = Object.assign({}, ...browser.map(({ metafile }) => namesIn(metafile)))
  const results: BuildResult<{ metafile: true }>[] = [server, ...browser]
  if (existsSync(join(root, serviceWorker))) results.push(await buildServiceWorker(manifest))
  await Promise.all(Object.values(manifest).map(compress))
  const written = results.flatMap(({ metafile }) => Object.keys(metafile.outputs))
  for (const part of ['server', 'public']) {
    const folder = join(output, part)
    const current = new Set(written.map((path) => relative(folder, join(root, path))))
    await removeStale(folder, join(output, `replaced-${part}.json`), current, Date.now())
  }
  await writeFile(join(output, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await writeStamp(results.flatMap(({ metafile }) => Object.keys(metafile.inputs)))
  return true
}

const serviceWorker = 'app/service-worker.ts'
/** Only for the pages where a passkey is made or shown. */
const passkeyClient = 'app/platform/identity/second-step/passkey-client.ts'
/** Only for the page on which several people write in one lesson. */
const lessonDocument = 'app/modules/improvement/lessons/client/lesson-document.ts'
/** Only for the page on which a file of pupils is analysed, and the worker that does it. */
const growthOnDevice = [
  'app/modules/results/growth/client/pupil-growth.ts',
  'app/modules/results/growth/client/sealed-growth.ts',
]

function browserOptions(...entries: readonly string[]): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: entries.filter((entry) => existsSync(join(root, entry))),
    outdir: 'build/public',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: 'fonts/[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    conditions: ['style'],
    mainFields: ['style', 'browser', 'module', 'main'],
    loader: { '.woff2': 'file', '.svg': 'dataurl' },
    legalComments: 'none',
    logLevel: 'warning',
  }
}

/** The service worker keeps one name, and is told at build time which files to keep for when there is no network. */
async function buildServiceWorker(manifest: Record<string, string>): Promise<BuildResult<{ metafile: true }>> {
  const result = await build({
    ...browserOptions(serviceWorker),
    entryNames: '[name]',
    // A sealed worker is large and for one page: who never comes there need not have it.
    define: { BUILT_ASSETS: JSON.stringify(Object.values(manifest).filter((file) => !file.startsWith('sealed-'))) },
    metafile: true,
  })
  manifest['service-worker.js'] = 'service-worker.js'
  return result
}

/** `client.js` → `client-ABCD.js`, for every file that was written. */
function namesIn(metafile: Metafile): Record<string, string> {
  const files = Object.keys(metafile.outputs).map((path) => path.replace('build/public/', ''))
  return Object.fromEntries(files.map((file) => [basename(file).replace(/-[A-Z0-9]{8}(?=\.\w+$)/, ''), file]))
}

/** The server finds its packages as app/ does, also those that npm could not put at the top. */
async function linkPackages(): Promise<void> {
  const link = join(output, 'node_modules')
  if ((await readlink(link).catch(() => undefined)) === '../app/node_modules') return
  await rm(link, { recursive: true, force: true })
  await symlink('../app/node_modules', link)
}

/** Puts `.br` and `.gz` beside text, so that no request waits for compression. */
async function compress(file: string): Promise<void> {
  if (!/\.(js|css)$/.test(file)) return
  const path = join(output, 'public', file)
  const bytes = await readFile(path)
  const size = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, size))
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
}

interface Stamp {
  readonly inputs: readonly string[]
  readonly hash: string
}

/** What decides the result besides the sources: the packages, and the build itself. */
const alwaysInputs = [
  'package-lock.json',
  'app/package.json',
  'scripts/build.ts',
  'scripts/bundle.ts',
  'scripts/precompile-jsx.ts',
  'scripts/remove-stale.ts',
]
const optionalEntries = ['app/client.ts', 'app/styles.css', serviceWorker]

async function isFresh(): Promise<boolean> {
  try {
    // Written by writeStamp below; a file that was tampered with fails the comparison.
    const before = JSON.parse(await readFile(stamp, 'utf8')) as Stamp
    return before.hash === (await hashOf(before.inputs))
  } catch {
    return false
  }
}

async function writeStamp(inputs: readonly string[]): Promise<void> {
  // Packages are covered by the lock file.
  const own = [
    ...new Set([...alwaysInputs, ...inputs.filter((path) => !path.includes('node_modules/') && !path.startsWith('<'))]),
  ]
  const content: Stamp = { inputs: own, hash: await hashOf(own) }
  await writeFile(stamp, JSON.stringify(content))
}

async function hashOf(inputs: readonly string[]): Promise<string> {
  const contents = await Promise.all(inputs.map((path) => readFile(join(root, path))))
  const hash = createHash('sha256').update(optionalEntries.filter((path) => existsSync(join(root, path))).join())
  for (const [i, content] of contents.entries()) hash.update(`\0${inputs[i]}\0`).update(content)
  return hash.digest('hex')
}

if (import.meta.main) {
  const started = performance.now()
  const built = await buildAll()
  console.error(built ? `Built in ${((performance.now() - started) / 1000).toFixed(1)} s.` : 'Built already.')
}
