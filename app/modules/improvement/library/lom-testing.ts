/*
 * What NL LOM asks of a record, for tests: written from the specification and not from our export. Sources: IMS Learning Resource
 * Metadata 1.2.4 (imsmd_v1p2p4: elements and their order), the pages of NL LOM 1.0 (wiki.surfnet.nl/display/nllom: what is
 * required, cardinality, lengths, business rules), Kennisnet's NL LOM examples (github.com/kennisnet/edurep-files) and lists of
 * EduStandaard (values that Edurep keeps).
 */

interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
  readonly text: string
}

/** Reads XML without comments, sections and instructions; throws where it isn't well formed. */
function readXml(xml: string): Node {
  const body = xml.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '')
  for (const letter of xml) {
    const code = letter.codePointAt(0) ?? 0
    const isLetter =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && code <= 0xd7ff) ||
      (code >= 0xe000 && code <= 0xfffd) ||
      code >= 0x10000
    if (!isLetter) throw new Error(`XML 1.0 has no letter ${code.toString(16)}`)
  }
  interface Open {
    name: string
    attributes: Record<string, string>
    children: Node[]
    text: string
  }
  const top: Open = { name: '', attributes: {}, children: [], text: '' }
  const open: Open[] = [top]
  for (const [whole, close, name, attributes, text] of body.matchAll(
    /<(\/?)([a-zA-Z]+)((?:\s+[\w:]+="[^"<]*")*)\s*>|([^<]+)|</g,
  )) {
    const here = open.at(-1)
    if (here === undefined) throw new Error('Something is closed that was not open.')
    if (text !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(text)) throw new Error(`A mark that is no entity: ${text}`)
      here.text += text.replace(
        /&(amp|lt|gt|quot|apos);/g,
        (_all, entity: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[entity] ?? '',
      )
    } else if (name === undefined) throw new Error(`No tag: ${whole}`)
    else if (close) {
      if (here.name !== name) throw new Error(`${name} is closed where ${here.name} is open.`)
      open.pop()
      open.at(-1)?.children.push(here)
    } else {
      const pairs = [...(attributes ?? '').matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [
        key ?? '',
        value ?? '',
      ])
      open.push({ name, attributes: Object.fromEntries(pairs), children: [], text: '' })
    }
  }
  const [root, ...more] = top.children
  if (open.length !== 1 || root === undefined || more.length > 0)
    throw new Error('There is not one root, opened and closed.')
  return root
}

/** Elements in the order of the schema: `1` exactly once, `?` at most once, `*` any number, `+` one or more. */
const order: Readonly<Record<string, readonly (readonly [string, '1' | '?' | '*' | '+'])[]>> = {
  lom: [
    ['general', '1'],
    ['lifecycle', '?'],
    ['metametadata', '1'],
    ['technical', '1'],
    ['educational', '1'],
    ['rights', '1'],
    ['relation', '*'],
    ['annotation', '*'],
    ['classification', '*'],
  ],
  general: [
    ['title', '1'],
    ['catalogentry', '+'],
    ['language', '+'],
    ['description', '*'],
    ['keyword', '*'],
    ['coverage', '*'],
    ['structure', '?'],
    ['aggregationlevel', '?'],
  ],
  lifecycle: [
    ['version', '?'],
    ['status', '?'],
    ['contribute', '*'],
  ],
  contribute: [
    ['role', '1'],
    ['centity', '*'],
    ['date', '?'],
  ],
  metametadata: [
    ['catalogentry', '*'],
    ['contribute', '*'],
    ['metadatascheme', '+'],
    ['language', '?'],
  ],
  technical: [
    ['format', '*'],
    ['size', '?'],
    ['location', '+'],
  ],
  educational: [
    ['interactivitytype', '?'],
    ['learningresourcetype', '*'],
    ['interactivitylevel', '?'],
    ['semanticdensity', '?'],
    ['intendedenduserrole', '+'],
    ['context', '*'],
    ['typicalagerange', '*'],
    ['difficulty', '?'],
    ['typicallearningtime', '?'],
    ['description', '?'],
    ['language', '*'],
  ],
  rights: [
    ['cost', '1'],
    ['copyrightandotherrestrictions', '1'],
    ['description', '?'],
  ],
  relation: [
    ['kind', '?'],
    ['resource', '?'],
  ],
  resource: [
    ['description', '?'],
    ['catalogentry', '*'],
  ],
  classification: [
    ['purpose', '?'],
    ['taxonpath', '*'],
    ['description', '?'],
    ['keyword', '*'],
  ],
  taxonpath: [
    ['source', '?'],
    ['taxon', '?'],
  ],
  taxon: [
    ['id', '?'],
    ['entry', '?'],
    ['taxon', '?'],
  ],
  catalogentry: [
    ['catalog', '1'],
    ['entry', '1'],
  ],
  centity: [['vcard', '1']],
  date: [
    ['datetime', '?'],
    ['description', '?'],
  ],
  typicallearningtime: [
    ['datetime', '?'],
    ['description', '?'],
  ],
}

const vdex = (name: string) =>
  new RegExp(`^(LOMv1\\.0|https?://purl\\.edustandaard\\.nl/(vdex_)?${name}_\\w+(\\.xml)?)$`)
const lists: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  aggregationlevel: [vdex('aggregationlevel'), /^[1-4]$/],
  role: [
    vdex('lifecycle_contribute_role'),
    /^(author|publisher|unknown|initiator|terminator|validator|editor|graphical designer|technical implementer|content provider|technical validator|educational validator|script writer|instructional designer|subject matter expert)$/,
  ],
  learningresourcetype: [
    vdex('learningresourcetype'),
    /^(evaluatie- en toetsmateriaal|gesloten opdracht|open opdracht|verkennings- en onderzoeksmateriaal|handleiding|informatiebron|gereedschap|professionaliseringsmateriaal)$/,
  ],
  intendedenduserrole: [vdex('intendedenduserrole'), /^(teacher|author|learner|manager)$/],
  context: [vdex('context'), /^(VVE|PO|SBaO|SO|VO|BVE|HBO|WO|bedrijfsopleiding)$/],
  cost: [vdex('cost'), /^(yes|no)$/],
  copyrightandotherrestrictions: [
    vdex('copyrightsandotherrestrictions'),
    /^(cc-by(-nc)?(-nd|-sa)?-[34]0|cc0-10|pdm-10|yes|no|unknown)$/,
  ],
  kind: [
    vdex('relation_kind'),
    /^(ispartof|haspart|isversionof|hasversion|isformatof|hasformat|references|isreferencedby|isbasedon|isbasisfor|requires|isrequiredby)$/,
  ],
  purpose: [
    vdex('classification_purpose'),
    /^(discipline|idea|prerequisite|educational objective|accessibility restrictions|educational level|skill level|security level|competency)$/,
  ],
}
/** Characters that fit (smallest permitted maximum). */
const fits: Readonly<Record<string, number>> = {
  title: 1000,
  description: 2000,
  keyword: 1000,
  entry: 1000,
  catalog: 1000,
  version: 50,
  source: 1000,
  value: 1000,
  location: 1000,
  id: 100000,
  format: 500,
  vcard: 1000,
}
const inLanguages = new Set([
  'title',
  'description',
  'keyword',
  'entry',
  'version',
  'source',
  'value',
  'typicalagerange',
])

/** Everything in a record that NL LOM does not take; empty where it is right. */
export function wrongInNlLom(xml: string): readonly string[] {
  const root = readXml(xml)
  const wrong: string[] = []
  if (root.name !== 'lom' || root.attributes.xmlns !== 'http://www.imsglobal.org/xsd/imsmd_v1p2') wrong.push('the root')
  look(root, wrong)
  const at = (node: Node, ...path: readonly string[]): readonly Node[] =>
    path.reduce<readonly Node[]>(
      (nodes, name) => nodes.flatMap(({ children }) => children.filter((each) => each.name === name)),
      [node],
    )
  const text = (...path: readonly string[]) => at(root, ...path).map((node) => node.text)
  if (
    !text('metametadata', 'metadatascheme').includes('nl_lom_v1p0') ||
    !text('metametadata', 'metadatascheme').includes('LOMv1.0')
  )
    wrong.push('both schemes')
  for (const entry of at(root, 'general', 'catalogentry')) {
    const [catalog] = at(entry, 'catalog')
    const [value] = at(entry, 'entry', 'langstring')
    if (catalog?.text === 'URI' && !/^[a-z][a-z0-9+.-]*:\S+$/.test(value?.text ?? ''))
      wrong.push(`no URI: ${value?.text}`)
  }
  const contexts = text('educational', 'context', 'value', 'langstring')
  if (
    contexts.some((context) => /^(PO|VO|BVE|SO|SBaO|VVE)$/.test(context)) &&
    at(root, 'general', 'aggregationlevel').length === 0
  )
    wrong.push('aggregation level with this context')
  if (
    text('rights', 'copyrightandotherrestrictions', 'value', 'langstring').includes('yes') &&
    text('rights', 'description', 'langstring').join('') === ''
  )
    wrong.push('which rights')
  for (const time of text('educational', 'typicallearningtime', 'datetime'))
    if (!/^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/.test(time)) wrong.push(`no duration: ${time}`)
  for (const card of at(root, 'lifecycle', 'contribute', 'centity', 'vcard')) {
    const lines = card.text.split('\n')
    if (lines[0] !== 'BEGIN:VCARD' || lines.at(-1) !== 'END:VCARD') wrong.push('a vCard')
    for (const field of ['VERSION:3.0', 'FN:', 'N:'])
      if (!lines.some((line) => line.startsWith(field))) wrong.push(`vCard: ${field}`)
  }
  return wrong
}

function look(node: Node, wrong: string[]): void {
  const { name, children } = node
  const rules = order[name]
  if (rules !== undefined) {
    const place = (child: Node) => rules.findIndex(([each]) => each === child.name)
    for (const [index, child] of children.entries()) {
      if (place(child) === -1) wrong.push(`${child.name} in ${name}`)
      const before = children[index - 1]
      if (before !== undefined && place(before) > place(child)) wrong.push(`${child.name} after ${before.name}`)
    }
    for (const [each, times] of rules) {
      const count = children.filter((child) => child.name === each).length
      if ((times === '1' && count !== 1) || (times === '+' && count === 0) || (times === '?' && count > 1))
        wrong.push(`${count} × ${each} in ${name}`)
    }
  }
  const list = lists[name]
  if (list !== undefined) {
    const [source, value] = children.map((child) => child.children[0]?.text ?? '')
    if (!list[0].test(source ?? '') || !list[1].test(value ?? '')) wrong.push(`${name}: ${source} ${value}`)
  }
  if (inLanguages.has(name)) {
    for (const child of children) {
      if (child.name !== 'langstring' || !/^(x-none|[a-z]{2})$/.test(child.attributes['xml:lang'] ?? ''))
        wrong.push(`no text in ${name}`)
      if (child.text.trim() === '') wrong.push(`nothing in ${name}`)
    }
    if (children.length === 0) wrong.push(`no language in ${name}`)
  }
  const length = (children[0]?.text ?? node.text).length
  if (length > (fits[name] ?? Number.POSITIVE_INFINITY)) wrong.push(`${name} is too long: ${length}`)
  if (children.length === 0 && node.text.trim() === '') wrong.push(`${name} is empty`)
  for (const child of children) look(child, wrong)
}
