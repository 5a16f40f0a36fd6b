import { fieldTexts } from '../lessons/document.ts'
import { totalMinutes } from '../lessons/plan.ts'
import { licence, type SharedLesson } from './shared-lesson.ts'

const vocabulary = 'http://purl.edustandaard.nl/'

/**
 * A shared lesson as NL-LOM: the Dutch profile of IEEE LOM in the binding of IMS metadata 1.2, as Edurep harvests it. Tags of the
 * curriculum are classifications with their official addresses.
 */
export function lomOf(lesson: SharedLesson, address: string): string {
  const { title, subject, theme, year, terms, plan, credit, sharedAt } = lesson
  const texts = fieldTexts(plan)
  const keywords = [subject, theme, year].filter((word) => word !== '')
  const minutes = totalMinutes(plan)
  return `<?xml version="1.0" encoding="UTF-8"?>
<lom xmlns="http://www.imsglobal.org/xsd/imsmd_v1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsglobal.org/xsd/imsmd_v1p2 http://www.imsglobal.org/xsd/imsmd_v1p2p4.xsd">
  <general>
    <title>${words('nl', title)}</title>
    <catalogentry><catalog>URI</catalog><entry>${words('x-none', address)}</entry></catalogentry>
    <language>nl</language>
    <description>${words('nl', texts.question || title)}</description>
${keywords.map((word) => `    <keyword>${words('nl', word)}</keyword>\n`).join('')}    <aggregationlevel>${term('LOMv1.0', '2')}</aggregationlevel>
  </general>
  <lifecycle>
    <version>${words('nl', String(lesson.number))}</version>
    <contribute>
      <role>${term('LOMv1.0', 'author')}</role>
      <centity><vcard>${escaped(`BEGIN:VCARD\nVERSION:3.0\nFN:${vcardText(credit)}\nORG:${vcardText(credit)}\nEND:VCARD`)}</vcard></centity>
      <date><datetime>${sharedAt.toISOString()}</datetime></date>
    </contribute>
  </lifecycle>
  <metametadata>
    <metadatascheme>LOMv1.0</metadatascheme>
    <metadatascheme>nl_lom_v1p0</metadatascheme>
    <language>nl</language>
  </metametadata>
  <technical>
    <format>text/html</format>
    <location type="URI">${escaped(address)}</location>
  </technical>
  <educational>
    <learningresourcetype>${term(`${vocabulary}vdex_learningresourcetype_czp_20060628.xml`, 'open opdracht')}</learningresourcetype>
    <intendedenduserrole>${term('LOMv1.0', 'teacher')}</intendedenduserrole>
${minutes > 0 ? `    <typicallearningtime><datetime>PT${minutes}M</datetime></typicallearningtime>\n` : ''}    <language>nl</language>
  </educational>
  <rights>
    <cost>${term('LOMv1.0', 'no')}</cost>
    <copyrightandotherrestrictions>${term(`${vocabulary}copyrightsandotherrestrictions_nllom_20180530`, lesson.reach === 'open' ? 'cc-by-40' : 'yes')}</copyrightandotherrestrictions>
${lesson.reach === 'open' ? `    <description>${words('nl', `${credit}. CC BY 4.0: ${licence}`)}</description>\n` : ''}  </rights>
${lesson.parent === null ? '' : relation(lesson.parent.id, address)}${terms.map(classification).join('')}</lom>
`
}

const words = (language: string, text: string) => `<langstring xml:lang="${language}">${escaped(text)}</langstring>`

const term = (source: string, value: string) =>
  `<source>${words('x-none', source)}</source><value>${words('x-none', value)}</value>`

function relation(parentId: string, address: string): string {
  const parent = address.slice(0, address.lastIndexOf('/') + 1) + parentId
  return `  <relation>
    <kind>${term('LOMv1.0', 'isversionof')}</kind>
    <resource><catalogentry><catalog>URI</catalog><entry>${words('x-none', parent)}</entry></catalogentry></resource>
  </relation>
`
}

function classification({ uri, code, label }: SharedLesson['terms'][number]): string {
  return `  <classification>
    <purpose>${term('LOMv1.0', 'educational objective')}</purpose>
    <taxonpath>
      <source>${words('x-none', uri.slice(0, uri.lastIndexOf('/') + 1))}</source>
      <taxon><id>${escaped(uri)}</id><entry>${words('nl', [code, label].filter((part) => part !== '').join(' '))}</entry></taxon>
    </taxonpath>
  </classification>
`
}

/** Text for XML 1.0: marks as entities. Control characters, which it may not have, never come through a form. */
function escaped(text: string): string {
  const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[^\n\t\P{Cc}]/gu, '').replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)
}

/** vCard 3.0 (RFC 2426): commas, semicolons and backslashes are marked. */
const vcardText = (text: string) => text.replace(/[\\,;]/g, (mark) => `\\${mark}`).replace(/\n/g, ' ')
