import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { Fold, Table } from '../../../platform/ui/index.ts'
import { numberWords } from '../number-words.ts'
import { MunicipalityMap } from '../pictures/municipality-map.tsx'
import type { MunicipalityChange } from '../policy/municipality-changes.ts'
import { municipalityTiles } from '../policy/municipality-tiles.ts'
import { policyText } from '../policy/text.ts'

/** Where verdicts change: a square for each municipality, and all of them as a table, by name. */
export function RulesMap({
  locale,
  municipalities,
}: {
  readonly locale: Locale
  readonly municipalities: readonly MunicipalityChange[]
}): Html {
  const words = policyText(locale).map
  const shareWords = ({ share }: MunicipalityChange) => {
    if (share === undefined) return words.few
    return policyText(locale).shareOf(percent(locale, share.low), percent(locale, share.high))
  }
  const off = municipalities.filter(({ code }) => !municipalityTiles.has(code))
  return (
    <section class="stack" id="municipalities">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {off.length < municipalities.length && (
        <figure>
          <MunicipalityMap
            municipalities={municipalities}
            label={words.label(numberWords(locale, municipalities.length))}
            sayOf={(each) => `${each.name}: ${shareWords(each)}`}
          />
          <figcaption class="small soft">
            {words.legend} {off.length > 0 && words.off(off.map(({ name }) => name).join(', '))}
          </figcaption>
        </figure>
      )}
      <Fold summary={words.table} open={off.length === municipalities.length}>
        <Table
          caption={words.table}
          captionHidden
          columns={[
            { head: words.municipality, cell: ({ name }: MunicipalityChange) => name },
            { head: words.province, cell: ({ province }) => province },
            { head: words.judged, cell: ({ judged }) => judged, numeric: true },
            { head: words.share, cell: shareWords, numeric: true },
          ]}
          rows={municipalities}
          source={words.source}
        />
      </Fold>
    </section>
  )
}

function percent(locale: Locale, share: number): string {
  return numberWords(locale, Math.round(100 * share))
}
