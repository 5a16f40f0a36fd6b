import { beforeAll, describe, expect, it } from 'vitest'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { emptyPlan } from '../lessons/plan.ts'
import { migrations } from '../testing.ts'
import { searchLibrary } from './search-store.ts'
import { everybody, libraryOf, own } from './testing.ts'

onBothEngines('searching the library', migrations, (database) => {
  const { share, titles } = libraryOf(database)

  describe('search', () => {
    beforeAll(async () => {
      await share(own, 'open', 'Hoe ver rolt mijn fiets?', { plan: { ...emptyPlan, materials: 'Een meetlint' } })
      await share(own, 'open', 'Vulkanen op IJsland', { subject: 'Aardrijkskunde', year: 'groep 8' })
      await share(own, 'open', 'Ecoles van Parijs', { subject: 'Frans' })
      await share(own, 'open', 'Математика: рахуємо', { subject: '' })
      await share(own, 'open', 'Een kwart van een appel', {
        plan: { ...emptyPlan, question: 'Hoe leggen ze breuken uit?' },
      })
    })

    it.each([
      ['fietsen', 'Hoe ver rolt mijn fiets?'],
      ['fietsje', 'Hoe ver rolt mijn fiets?'],
      ['Fiest', 'Hoe ver rolt mijn fiets?'],
      ['meetlinten', 'Hoe ver rolt mijn fiets?'],
      ['vulkaan', 'Vulkanen op IJsland'],
      ['vulkannen ijsland', 'Vulkanen op IJsland'],
      ['breuk', 'Een kwart van een appel'],
      ['kwarten appels', 'Een kwart van een appel'],
      ['fitsen', 'Hoe ver rolt mijn fiets?'],
      ['fieets', 'Hoe ver rolt mijn fiets?'],
      ['fiesten', 'Hoe ver rolt mijn fiets?'],
      ['lint', 'Hoe ver rolt mijn fiets?'],
      ['appelkwart', 'Een kwart van een appel'],
      ['vulkaantjes', 'Vulkanen op IJsland'],
      ['ijslandse vulkaan', 'Vulkanen op IJsland'],
      ['école', 'Ecoles van Parijs'],
      ['математика', 'Математика: рахуємо'],
    ])('for %s finds %s', async (words, title) => {
      expect((await titles(everybody, words))[0]).toBe(title)
    })

    it('finds nothing for other words', async () => {
      expect(await titles(everybody, 'democratie')).toEqual([])
      expect(await titles(everybody, 'fiets democratie')).toEqual([])
    })

    it('narrows by subject and year', async () => {
      const found = await database().run(everybody, (trx) =>
        searchLibrary(trx, { words: '', subject: 'aardrijkskunde', year: 'Groep 8', theme: '', term: '' }),
      )
      expect(found.map(({ title }) => title)).toEqual(['Vulkanen op IJsland'])
    })
  })
})
