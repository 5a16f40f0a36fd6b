import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import { Card, PageHead, Tick, Zone } from '../index.ts'
import { text } from './text.ts'
import { GalleryTabs, galleryPages } from './ui-page.tsx'

/** A board that nobody tidied: forty cards in one zone, one form around them all. */
export function FortyPage({ locale }: { readonly locale: Locale }): Html {
  const t = text(locale)
  return (
    <>
      <PageHead title={t.fortyTitle} />
      <GalleryTabs locale={locale} here={galleryPages.forty} />
      <Zone title={t.actions} tone="board" note={t.openLate(40)}>
        <form method="post" action="#" class="cards two">
          {Array.from({ length: 40 }, (_, index) => (
            <Card shape="item" {...(index % 7 === 3 && { tone: 'late' })}>
              <Tick name="done" value={String(index)} label={t.done(t.fortyCard(index + 1))} />
              <div>
                {index % 9 === 4 ? t.longName : t.fortyCard(index + 1)}
                <small>{t.people[index % t.people.length]}</small>
              </div>
              <span class="due">{t.actionWhen[index % 7 === 3 ? 0 : 1]}</span>
            </Card>
          ))}
        </form>
      </Zone>
    </>
  )
}
