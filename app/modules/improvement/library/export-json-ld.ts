import { fieldTexts } from '../lessons/document.ts'
import { totalMinutes } from '../lessons/plan.ts'
import { schoolLevels } from './school-level.ts'
import { licence, type SharedLesson } from './shared-lesson.ts'
import { plain } from './xml-text.ts'

/**
 * A shared lesson as JSON-LD: a schema.org LearningResource (with what LRMI brought to it), and its general, educational and rights
 * fields of IEEE LOM under `lom:`. Tags of the curriculum are alignments with their official addresses.
 */
export function jsonLdOf(lesson: SharedLesson, address: string): unknown {
  return plainIn(description(lesson, address))
}

/** Every text in it without what other formats can't hold (Edurep goes between JSON-LD and XML). */
function plainIn(value: unknown): unknown {
  if (typeof value === 'string') return plain(value)
  if (Array.isArray(value)) return value.map(plainIn)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainIn(each)]))
}

function description(lesson: SharedLesson, address: string) {
  const { title, subject, theme, year, terms, plan, credit, sharedAt, origins, reach } = lesson
  const library = address.slice(0, address.lastIndexOf('/') + 1)
  const levels = schoolLevels(year).map(({ name }) => name)
  const texts = fieldTexts(plan)
  const minutes = totalMinutes(plan)
  const keywords = [theme, year].filter((word) => word !== '')
  return {
    '@context': ['https://schema.org', { lom: 'http://ltsc.ieee.org/rdf/lomv1p0/terms#' }],
    '@type': 'LearningResource',
    '@id': address,
    url: address,
    name: title,
    inLanguage: 'nl',
    learningResourceType: 'lesson plan',
    audience: { '@type': 'EducationalAudience', educationalRole: 'teacher' },
    abstract: texts.question,
    ...(subject === '' ? {} : { about: { '@type': 'Thing', name: subject } }),
    ...(keywords.length === 0 ? {} : { keywords }),
    ...(year === '' ? {} : { educationalLevel: levels.length === 0 ? year : levels }),
    ...(minutes === 0 ? {} : { timeRequired: `PT${minutes}M` }),
    text: [texts['pupils-do'], texts['pupils-say'], texts.materials, texts.phases]
      .filter((text) => text !== '')
      .join('\n\n'),
    author: { '@type': 'Organization', name: credit },
    datePublished: sharedAt.toISOString(),
    version: String(lesson.number),
    isAccessibleForFree: true,
    ...(reach === 'open' ? { license: licence, creditText: credit } : {}),
    ...(origins.length === 0
      ? {}
      : {
          isBasedOn: origins.map((origin) => ({
            '@type': 'LearningResource',
            '@id': `${library}${origin.id}?edition=${origin.edition}`,
            name: origin.title,
            creditText: origin.credit,
          })),
        }),
    ...(terms.length === 0
      ? {}
      : {
          educationalAlignment: terms.map(({ uri, code, label, scheme }) => ({
            '@type': 'AlignmentObject',
            alignmentType: 'teaches',
            educationalFramework: scheme,
            targetUrl: uri,
            targetName: label,
            ...(code === '' ? {} : { targetDescription: code }),
          })),
        }),
    'lom:aggregationLevel': '2',
    'lom:intendedEndUserRole': 'teacher',
    'lom:cost': 'no',
    'lom:copyrightAndOtherRestrictions': reach === 'open' ? 'cc-by-40' : 'yes',
  }
}
