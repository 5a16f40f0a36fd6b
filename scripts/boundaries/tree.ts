import type { Violation } from './violation.ts'

const drawers = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'lib', 'shared', 'misc'])
const mostLines = 400
const source = /\.(tsx?|mjs|css)$/

/** Names that say nothing, files that are too long, and rooms without a sign on the door. */
export function treeViolations(
  files: readonly { readonly path: string; readonly lines: number }[],
): readonly Violation[] {
  const paths = new Set(files.map(({ path }) => path))
  const found: Violation[] = []
  for (const { path, lines } of files) {
    const drawer = path.split('/').find((part) => drawers.has(part.replace(/\..*$/, '')))
    if (drawer !== undefined) found.push({ file: path, rule: `is in a drawer named ${drawer}: name it by its subject` })
    if (!source.test(path)) continue
    if (lines > mostLines)
      found.push({ file: path, rule: `has ${lines} lines: past ${mostLines} something wants to move out` })
    if (!/^[a-z0-9.-]+$/.test(path.split('/').at(-1) ?? ''))
      found.push({ file: path, rule: 'is not named in kebab-case' })
  }
  for (const room of roomsIn([...paths])) {
    if (!paths.has(`${room}/README.md`)) found.push({ file: room, rule: 'has no README.md: owns, refuses, an example' })
  }
  return found
}

/** Folders that are a room, a module or a package: those that hold anything but other files' fixtures. */
function roomsIn(paths: readonly string[]): ReadonlySet<string> {
  const rooms = paths.map((path) => /^(app\/platform\/[^/]+|app\/modules\/[^/]+|packages\/[^/]+)\//.exec(path)?.[1])
  return new Set(rooms.filter((room) => room !== undefined))
}
