import { readFile } from 'node:fs/promises'
import { basename, relative } from 'node:path'
import remapping from '@jridgewell/remapping'
import { type Plugin, transform } from 'esbuild'
import MagicString from 'magic-string'
import { type CallExpression as Call, type Expression, type Node, type Program, parseSync, Visitor } from 'oxc-parser'
import { escapeHtml, isVoidTag } from '../app/platform/html/jsx-runtime.ts'

/**
 * Turns the elements of a page into joined text while building: `<li class="card">{title}</li>` becomes
 * `html("<li class=\"card\">" + childText(title) + "</li>")`. What never changes is escaped once, here, and no objects
 * are made for it on a request. esbuild lowers JSX to calls of `jsx()` first, so its rules for white space, entities and
 * names are the only ones; this folds those calls where the tag is a plain name, and leaves components (and elements
 * with spread attributes) to the runtime, which gives the same bytes.
 */
export function precompileJsx(root: string): Plugin {
  return {
    name: 'precompile-jsx',
    setup(build) {
      build.onLoad({ filter: /\.tsx$/, namespace: 'file' }, async ({ path }) => {
        const source = await readFile(path, 'utf8')
        return { contents: await precompile(source, relative(root, path)), loader: 'js' }
      })
    },
  }
}

const runtime = '#html/jsx-runtime'

/** The JavaScript of a `.tsx` file with its elements folded, and an inline source map to what was written. */
export async function precompile(source: string, fileName: string): Promise<string> {
  const lowered = await transform(source, {
    loader: 'tsx',
    jsx: 'automatic',
    jsxImportSource: '#html',
    format: 'esm',
    target: 'es2024',
    sourcemap: 'external',
    // A source map names its sources from where the file is.
    sourcefile: basename(fileName),
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  })
  const { program, errors } = parseSync('lowered.js', lowered.code)
  if (errors[0] !== undefined) throw new Error(`${fileName}: ${errors[0].message}`)
  const names = importedNames(program)
  const calls = callsOf(program, names)
  const script = new MagicString(lowered.code)
  const inner = new Set<Call>()
  const components = componentsOf(program)
  for (const call of calls) {
    if (inner.has(call)) continue
    callDirectly(script, call, components)
    const element = foldable(call, names)
    if (element === undefined) continue
    const parts = partsOf(element, names, inner)
    write(script, call, parts)
  }
  script.prepend(
    `import { Html as Html$, attributeText as attributeText$, childText as childText$ } from '${runtime}'\n`,
  )
  const map = remapping(
    [script.generateMap({ hires: 'boundary', source: 'lowered.js' }).toString(), lowered.map],
    () => null,
  )
  const inline = Buffer.from(map.toString()).toString('base64')
  return `${script.toString()}\n//# sourceMappingURL=data:application/json;base64,${inline}\n`
}

/** What esbuild called the functions of the runtime in this file. */
interface Names {
  readonly element: ReadonlySet<string>
  readonly fragment: string | undefined
}

function importedNames(program: Program): Names {
  const element = new Set<string>()
  let fragment: string | undefined
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration' || statement.source.value !== runtime) continue
    for (const each of statement.specifiers) {
      if (each.type !== 'ImportSpecifier' || each.imported.type !== 'Identifier') continue
      if (each.imported.name === 'jsx' || each.imported.name === 'jsxs') element.add(each.local.name)
      if (each.imported.name === 'Fragment') fragment = each.local.name
    }
  }
  return { element, fragment }
}

/** Calls of `jsx()` and `jsxs()`, outer ones before those inside them. */
function callsOf(program: Program, names: Names): readonly Call[] {
  const calls: Call[] = []
  new Visitor({
    CallExpression(call) {
      if (call.callee.type === 'Identifier' && names.element.has(call.callee.name)) calls.push(call)
    },
  }).visit(program)
  return calls
}

/** What is surely a function in this file: its imports and its own functions. A tag in a variable may be a string. */
function componentsOf(program: Program): ReadonlySet<string> {
  const names = new Set<string>()
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration' && statement.source.value !== runtime) {
      for (const each of statement.specifiers) names.add(each.local.name)
    }
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declared?.type === 'FunctionDeclaration' && declared.id) names.add(declared.id.name)
  }
  return names
}

/** `jsx(Card, { … })` becomes `Card({ … })`: what the runtime would do, without asking at each call what the tag is. */
function callDirectly(script: MagicString, call: Call, components: ReadonlySet<string>): void {
  const [tag, props, key] = call.arguments
  if (tag?.type !== 'Identifier' || !components.has(tag.name) || props?.type !== 'ObjectExpression' || key) return
  script.remove(call.start, tag.start)
  script.overwrite(tag.end, props.start, '(')
}

/** An element whose text can be put together in place. `tag` is undefined for a fragment. */
interface Element {
  readonly tag: string | undefined
  readonly attributes: readonly { readonly name: string; readonly value: Expression }[]
  readonly children: readonly Expression[]
}

function foldable(call: Call, names: Names): Element | undefined {
  const [tag, props] = call.arguments
  if (tag === undefined || props?.type !== 'ObjectExpression') return undefined
  const isFragment = tag.type === 'Identifier' && tag.name === names.fragment
  if (!isFragment && !(tag.type === 'Literal' && typeof tag.value === 'string')) return undefined
  const attributes: { name: string; value: Expression }[] = []
  let children: readonly Expression[] = []
  const seen = new Set<string>()
  for (const [i, property] of props.properties.entries()) {
    if (property.type !== 'Property' || property.computed) return undefined
    const name = property.key.type === 'Identifier' ? property.key.name : literalText(property.key)
    if (name === undefined || seen.has(name)) return undefined
    seen.add(name)
    if (name === 'children') {
      // Written as an attribute they come before others, and are rare: leave those to the runtime.
      const listed = i === props.properties.length - 1 ? childrenOf(property.value) : undefined
      if (listed === undefined) return undefined
      children = listed
    } else attributes.push({ name, value: property.value })
  }
  if (isFragment) return attributes.length > 0 ? undefined : { tag: undefined, attributes, children }
  const name = String(tag.type === 'Literal' ? tag.value : '')
  return isVoidTag(name) && children.length > 0 ? undefined : { tag: name, attributes, children }
}

function childrenOf(value: Expression): readonly Expression[] | undefined {
  if (value.type !== 'ArrayExpression') return [value]
  const children: Expression[] = []
  for (const each of value.elements) {
    if (each === null || each.type === 'SpreadElement') return undefined
    children.push(each)
  }
  return children
}

/** Fixed HTML text, or an expression that a function of the runtime turns into text: `before` + expression + `after`. */
type Part =
  | { readonly fixed: string }
  | { readonly expression: Expression; readonly before: string; readonly after: string }

function partsOf(element: Element, names: Names, inner: Set<Call>): readonly Part[] {
  const parts: Part[] = []
  if (element.tag !== undefined) {
    parts.push({ fixed: `<${element.tag}` })
    for (const { name, value } of element.attributes) parts.push(attributePart(name, value))
    parts.push({ fixed: '>' })
  }
  for (const child of element.children) {
    const text = literalText(child)
    if (text !== undefined) parts.push({ fixed: escapeHtml(text) })
    else {
      const nested = child.type === 'CallExpression' && isElement(child, names) ? foldable(child, names) : undefined
      if (nested !== undefined && child.type === 'CallExpression') {
        inner.add(child)
        parts.push(...partsOf(nested, names, inner))
      } else parts.push({ expression: child, before: 'childText$(', after: ')' })
    }
  }
  if (element.tag !== undefined && !isVoidTag(element.tag)) parts.push({ fixed: `</${element.tag}>` })
  return parts
}

function isElement(call: Call, names: Names): boolean {
  return call.callee.type === 'Identifier' && names.element.has(call.callee.name)
}

function attributePart(name: string, value: Expression): Part {
  if (value.type === 'Literal' && typeof value.value === 'boolean') return { fixed: value.value ? ` ${name}` : '' }
  const text = literalText(value)
  if (text !== undefined) return { fixed: ` ${name}="${escapeHtml(text)}"` }
  return { expression: value, before: `attributeText$(${JSON.stringify(name)}, `, after: ')' }
}

/** The text of a string, a number or a template without holes; undefined for what is only known when it runs. */
function literalText(node: Node): string | undefined {
  if (node.type === 'Literal' && (typeof node.value === 'string' || typeof node.value === 'number')) {
    return String(node.value)
  }
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? undefined
  return undefined
}

/** Replaces a call by its parts. The expressions stay where they are; only what stands between them is written anew. */
function write(script: MagicString, call: Call, parts: readonly Part[]): void {
  let gap = 'new Html$('
  let glue = ''
  let fixed = ''
  let from = call.start
  const flush = () => {
    if (fixed === '') return
    gap += glue + JSON.stringify(fixed)
    glue = ' + '
    fixed = ''
  }
  for (const part of parts) {
    if ('fixed' in part) {
      fixed += part.fixed
      continue
    }
    flush()
    script.overwrite(from, part.expression.start, gap + glue + part.before)
    gap = part.after
    glue = ' + '
    from = part.expression.end
  }
  flush()
  if (glue === '') gap += '""'
  script.overwrite(from, call.end, `${gap})`)
}
