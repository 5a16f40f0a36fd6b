import { posix } from 'node:path'
import { parseSync } from 'oxc-parser'
import type { SourceFile, Violation } from './violation.ts'

/**
 * Where a file lives. Floors, from the roof down: the app, its modules, the platform, the packages. Around the house:
 * scripts, tests and benchmarks, which may look at every floor and on which no floor stands.
 */
type Place =
  | { readonly floor: 'app' | 'platform' | 'around' }
  | { readonly floor: 'module'; readonly name: string }
  | { readonly floor: 'package'; readonly name: string }

function placeOf(path: string): Place {
  const [first, second, third] = path.split('/')
  if (first === 'packages' && second !== undefined) return { floor: 'package', name: second }
  if (first !== 'app') return { floor: 'around' }
  if (second === 'platform') return { floor: 'platform' }
  if (second === 'modules' && third !== undefined) return { floor: 'module', name: third }
  return { floor: 'app' }
}

const scope = '@kantelpunt/'
/** The doors from the house to what is around it: how a command finds Node 24, and hands itself over to it. */
const doors: readonly string[] = ['scripts/node24.mjs', 'scripts/run.mjs']
/** Only the face of the packages to a shell reads files and clocks. */
export const packageWithIo = 'cli'

/** Imports of one file that go up, sideways, or past the front door of a package. */
export function importViolations(file: SourceFile): readonly Violation[] {
  return specifiersOf(file).flatMap((specifier) => {
    const rule = forbidden(file.path, specifier)
    return rule === undefined ? [] : [{ file: file.path, rule: `imports ${specifier}: ${rule}` }]
  })
}

/** Every module a file asks for: import, export … from, import type, and import() of a fixed name. */
function specifiersOf({ path, text }: SourceFile): readonly string[] {
  const { module } = parseSync(path, text)
  const requests = [
    ...module.staticImports.map((each) => each.moduleRequest.value),
    ...module.staticExports.flatMap((each) => each.entries.map((entry) => entry.moduleRequest?.value)),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
  ]
  return [...new Set(requests.filter((each) => each !== undefined))]
}

function forbidden(from: string, specifier: string): string | undefined {
  const own = placeOf(from)
  const isTest = /\.test\.tsx?$/.test(from)
  if (own.floor === 'around') return undefined
  if (specifier.startsWith('node:')) {
    const pure = own.floor === 'package' && own.name !== packageWithIo && !isTest
    return pure ? 'a package runs the same in Node, a worker and a browser' : undefined
  }
  if (!specifier.startsWith('.')) return undefined
  const to = posix.join(posix.dirname(from), specifier)
  if (doors.includes(to)) return undefined
  return forbiddenStep(own, placeOf(to))
}

function forbiddenStep(from: Place, to: Place): string | undefined {
  if (to.floor === 'around') return 'the house does not stand on its scripts and tests'
  if (to.floor === 'package') {
    const within = from.floor === 'package' && from.name === to.name
    return within ? undefined : `a package is entered through its exports: ${scope}${to.name}`
  }
  switch (from.floor) {
    case 'package':
      return 'a package knows nothing of the app'
    case 'platform':
      return to.floor === 'platform' ? undefined : 'the platform does not know what stands on it'
    case 'module':
      if (to.floor === 'platform') return undefined
      if (to.floor === 'app') return 'a module does not know the app'
      return to.floor === 'module' && to.name === from.name ? undefined : 'a module never imports another one'
    default:
      return undefined
  }
}
