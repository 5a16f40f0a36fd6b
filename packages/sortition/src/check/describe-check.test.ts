import { loadSolver } from '@kantelpunt/solver'
import { describe, expect, it } from 'vitest'
import { readPool } from '../pool/read-pool.ts'
import { checkPool } from './check-pool.ts'
import { describeCheck } from './describe-check.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

async function said(quotas: string, people: string, language: 'nl' | 'en', more: object = {}) {
  const read = readPool({ quotas: utf8(quotas), pool: utf8(people), seats: 2, id: 'id', ...more })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const clock = () => performance.now()
  return describeCheck(checkPool(await loadSolver(), read.pool, { clock, timeLimit: 5000 }), read.pool, language)
}

const header = 'feature,value,min,max,min_flex,max_flex\n'

describe('what a check found', () => {
  it('names the one quota that nobody can keep, and the smallest way out', async () => {
    const quotas = `${header}sector,po,0,2,0,2\nsector,vo,2,2,1,2\n`
    const people = 'id,sector\na,po\nb,po\nc,vo\n'
    expect(await said(quotas, people, 'nl')).toEqual([
      'Geen panel van 2 haalt alle quota.',
      'Dit kan niet: "sector": minstens 2 keer "vo" (er is er 1).',
      'De kleinste verruiming binnen de ruimte: "sector", "vo": minimum van 2 naar 1.',
    ])
    expect(await said(quotas.replace('2,2,1,2', '2,2,2,2'), people, 'en')).toEqual([
      'No panel of 2 keeps all quotas.',
      'This cannot be: "sector": at least 2 of "vo" (there is 1).',
      'The flex (min_flex, max_flex) is not enough. The least that helps: "sector", "vo": minimum from 2 to 1 (1 outside the flex).',
    ])
  })

  it('names quotas that conflict with each other, and with lists and addresses', async () => {
    const quotas = `${header}sector,po,1,1,1,1\nsector,vo,1,1,1,1\nregion,north,2,2,2,2\nregion,south,0,0,0,0\n`
    const people = 'id,sector,region,street\na,po,north,Lane 1\nb,po,south,\nc,vo,south,\nd,vo,north,Lane 1\n'
    expect(await said(quotas, people, 'en', { onePer: [['street']] })).toEqual([
      'No panel of 2 keeps all quotas.',
      expect.stringMatching(
        /^These \d rules cannot be kept together; without any one of them the others can\. at most 1 of the 2 with "street: Lane 1"; /,
      ),
      expect.stringMatching(/^The flex .* \(1 outside the flex\)\.$/),
    ])
    expect(await said(quotas, people, 'nl', { selected: ['a', 'd'], onePer: [['street']] })).toContain(
      'Andere quota helpen niet: de grenzen per adres of school, wie al gekozen is en wie niet mee mag botsen.',
    )
    expect(await said(quotas, people, 'en')).toEqual([
      'There is a panel that keeps all quotas.',
      '2 people can be on no panel: "b", "c". For: "region": at most 0 of "south" (there are 2).',
    ])
    expect(await said(quotas, `${people}e,po,north,Lane 2\n`, 'nl', { excluded: ['a'] })).toContain(
      '"a" kan op geen enkel panel. Want: mag niet mee: "a".',
    )
  })
})
