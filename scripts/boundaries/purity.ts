import { type MemberExpression, parseSync, Visitor } from 'oxc-parser'
import { packageWithIo } from './imports.ts'
import type { SourceFile, Violation } from './violation.ts'

/** What reads the clock, rolls the dice or reaches outside. In a package these are parameters. */
const members = new Set([
  'Date.now',
  'performance.now',
  'Math.random',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'Temporal.Now',
])
const globals = new Set(['process', 'fetch', 'localStorage', 'indexedDB', 'setTimeout', 'setInterval'])

/** Uses of a clock, of randomness and of the outside world in the sources of a package. */
export function purityViolations(file: SourceFile): readonly Violation[] {
  const [first, name, src] = file.path.split('/')
  const isSource = first === 'packages' && src === 'src' && !/\.test\.tsx?$/.test(file.path)
  if (!isSource || name === packageWithIo) return []
  const found: string[] = []
  const { program } = parseSync(file.path, file.text)
  new Visitor({
    MemberExpression(node) {
      const path = pathOf(node)
      if (path !== undefined && (members.has(path) || globals.has(path.split('.')[0] ?? ''))) found.push(path)
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && globals.has(node.callee.name)) found.push(node.callee.name)
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date') found.push('Date()')
    },
    NewExpression(node) {
      const isNow = node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0
      if (isNow) found.push('new Date()')
    },
  }).visit(program)
  return found.map((what) => ({ file: file.path, rule: `uses ${what}: clock, chance and the outside are parameters` }))
}

function pathOf({ object, property, computed }: MemberExpression): string | undefined {
  if (object.type !== 'Identifier' || computed || property.type !== 'Identifier') return undefined
  return `${object.name}.${property.name}`
}
