import { fieldTexts } from '../lessons/document.ts'
import { totalMinutes } from '../lessons/plan.ts'
import { schoolLevels } from './school-level.ts'
import { licence, type Origin, type SharedLesson } from './shared-lesson.ts'
import { escaped, plain } from './xml-text.ts'

const edustandaard = 'http://purl.edustandaard.nl/'
/** Lists of NL LOM by element, as Kennisnet's examples of NL LOM have them (github.com/kennisnet/edurep-files). */
const lists = {
  aggregationlevel: `${edustandaard}vdex_aggregationlevel_czp_20060628.xml`,
  role: `${edustandaard}vdex_lifecycle_contribute_role_lomv1p0_20060628.xml`,
  learningresourcetype: `${edustandaard}vdex_learningresourcetype_czp_20060628.xml`,
  intendedenduserrole: `${edustandaard}vdex_intendedenduserrole_lomv1p0_20060628.xml`,
  context: `${edustandaard}vdex_context_czp_20060628.xml`,
  cost: `${edustandaard}vdex_cost_lomv1p0_20060628.xml`,
  copyrightandotherrestrictions: 'https://purl.edustandaard.nl/copyrightsandotherrestrictions_nllom_20180530',
  kind: `${edustandaard}relation_kind_nllom_20131211`,
  purpose: `${edustandaard}vdex_classification_purpose_czp_20060628.xml`,
} as const
const levels = `${edustandaard}vdex_classification_educationallevel_czp_20071115.xml`

/**
 * A shared lesson as NL LOM: the Dutch profile of IEEE LOM in the binding of IMS metadata 1.2, as Edurep takes it. Its `address` is its
 * identifier and its place. Tags of the curriculum are classifications with their official addresses.
 */
export function lomOf(lesson: SharedLesson, address: string): string {
  const { title, year, terms, plan, credit, sharedAt, origins, reach } = lesson
  const question = plain(fieldTexts(plan).question).trim()
  const keywords = [...new Set([lesson.subject, lesson.theme, year].map((word) => plain(word).trim()))].filter(
    (word) => word !== '',
  )
  const minutes = totalMinutes(plan)
  const known = schoolLevels(year)
  const contexts = [...new Set(known.map(({ context }) => context))]
  const ages = known.flatMap((level) => (level.ages === null ? [] : [level.ages]))
  const rights =
    reach === 'open'
      ? `${credit}. CC BY 4.0: ${licence}`
      : `${credit}. Niet openbaar gedeeld: vraag de makers of je het mag gebruiken.`
  const root = `<lom xmlns="http://www.imsglobal.org/xsd/imsmd_v1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsglobal.org/xsd/imsmd_v1p2 http://www.imsglobal.org/xsd/imsmd_v1p2p4.xsd">`
  return `<?xml version="1.0" encoding="UTF-8"?>
${root}
${part('general', [
  element('title', words('nl', title)),
  identifier(address),
  element('language', 'nl'),
  element('description', words('nl', question || title)),
  ...keywords.map((word) => element('keyword', words('nl', word))),
  listed('aggregationlevel', '2'),
])}${part('lifecycle', [
  element('version', words('x-none', String(lesson.number))),
  element(
    'contribute',
    `${listed('role', 'author')}${vcard(credit)}${element('date', element('datetime', sharedAt.toISOString()))}`,
  ),
])}${part('metametadata', [
  element('metadatascheme', 'LOMv1.0'),
  element('metadatascheme', 'nl_lom_v1p0'),
  element('language', 'nl'),
])}${part('technical', [element('format', 'text/html'), element('location', escaped(address))])}${part('educational', [
  listed('learningresourcetype', 'handleiding'),
  listed('intendedenduserrole', 'teacher'),
  ...contexts.map((context) => listed('context', context)),
  ages.length === 0
    ? ''
    : element(
        'typicalagerange',
        words('x-none', `${Math.min(...ages.map(({ from }) => from))}-${Math.max(...ages.map(({ to }) => to))}`),
      ),
  minutes > 0 ? element('typicallearningtime', element('datetime', `PT${minutes}M`)) : '',
  element('language', 'nl'),
])}${part('rights', [
  listed('cost', 'no'),
  listed('copyrightandotherrestrictions', reach === 'open' ? 'cc-by-40' : 'yes'),
  element('description', words('nl', rights)),
])}${origins.map((origin) => relation(origin, address)).join('')}${known
  .map(({ id, name }) => classification('educational level', levels, id, name))
  .join('')}${terms
  .map(({ uri, code, label, scheme }) =>
    classification('educational objective', scheme, uri, [code, label].filter((each) => each !== '').join(' ')),
  )
  .join('')}</lom>
`
}

const element = (name: string, inside: string) => `<${name}>${inside}</${name}>`

const part = (name: string, elements: readonly string[]) =>
  `  <${name}>\n${elements
    .filter((each) => each !== '')
    .map((each) => `    ${each}\n`)
    .join('')}  </${name}>\n`

const words = (language: 'nl' | 'x-none', text: string) =>
  `<langstring xml:lang="${language}">${escaped(text)}</langstring>`

const listed = (name: keyof typeof lists, value: string) =>
  element(name, `${element('source', words('x-none', lists[name]))}${element('value', words('x-none', value))}`)

const identifier = (address: string) =>
  element('catalogentry', `${element('catalog', 'URI')}${element('entry', words('x-none', address))}`)

/** A maker as vCard 3.0 (RFC 2426), which asks for both names; commas, semicolons and backslashes are marked. */
function vcard(credit: string): string {
  const name = credit.replace(/[\\,;]/g, (mark) => `\\${mark}`).replace(/\s+/g, ' ')
  const card = ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, `N:${name}`, `ORG:${name}`, 'END:VCARD'].join('\n')
  return element('centity', element('vcard', escaped(card)))
}

/** What it was made from, with who made that: the licence asks for their names (CC BY 4.0, 3a). */
function relation({ id, edition, title, credit }: Origin, address: string): string {
  const library = address.slice(0, address.lastIndexOf('/') + 1)
  const resource = `${element('description', words('nl', `${title} (${credit})`))}${identifier(`${library}${id}?edition=${edition}`)}`
  return part('relation', [listed('kind', 'isbasedon'), element('resource', resource)])
}

function classification(purpose: string, source: string, id: string, entry: string): string {
  const taxon = element('taxon', `${element('id', escaped(id))}${element('entry', words('nl', entry))}`)
  return part('classification', [
    listed('purpose', purpose),
    element('taxonpath', `${element('source', words('x-none', source))}${taxon}`),
  ])
}
