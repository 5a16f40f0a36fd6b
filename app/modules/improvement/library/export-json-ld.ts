import { fieldTexts } from '../lessons/document.ts'
import { totalMinutes } from '../lessons/plan.ts'
import { licence, type SharedLesson } from './shared-lesson.ts'

/**
 * A shared lesson as JSON-LD: a schema.org LearningResource (with what LRMI brought to it), and its general, educational and rights
 * fields of IEEE LOM under `lom:`. Tags of the curriculum are alignments with their official addresses.
 */
export function jsonLdOf(lesson: SharedLesson, address: string): Readonly<Record<string, unknown>> {
  const { title, subject, theme, year, terms, plan, credit, sharedAt, parent, reach } = lesson
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
    ...(year === '' ? {} : { educationalLevel: year }),
    ...(minutes === 0 ? {} : { timeRequired: `PT${minutes}M` }),
    text: [texts['pupils-do'], texts['pupils-say'], texts.materials, texts.phases]
      .filter((text) => text !== '')
      .join('\n\n'),
    author: { '@type': 'Organization', name: credit },
    datePublished: sharedAt.toISOString(),
    version: String(lesson.number),
    isAccessibleForFree: true,
    ...(reach === 'open' ? { license: licence, creditText: credit } : {}),
    ...(parent === null
      ? {}
      : {
          isBasedOn: {
            '@type': 'LearningResource',
            '@id': address.slice(0, address.lastIndexOf('/') + 1) + parent.id,
            name: parent.title,
            creditText: parent.credit,
          },
        }),
    ...(terms.length === 0
      ? {}
      : {
          educationalAlignment: terms.map(({ uri, code, label }) => ({
            '@type': 'AlignmentObject',
            alignmentType: 'teaches',
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
