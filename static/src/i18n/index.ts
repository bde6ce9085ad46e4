import type { Day } from '../day.ts';
import { dayParts, weekday } from '../day.ts';
import { ar } from './ar.ts';
import type { Strings } from './en.ts';
import { en } from './en.ts';

export type { Strings } from './en.ts';

/** The languages of the page, in the order in which they are offered. Another one is a file beside these, and a line here. */
const languages = { en, ar } satisfies Record<string, Strings>;

/** A language by its tag (BCP 47). */
export type Lang = keyof typeof languages;

export const LANGS = Object.keys(languages) as Lang[];

export function strings(lang: Lang): Strings {
  return languages[lang];
}

export function isLang(text: string | null | undefined): text is Lang {
  return typeof text === 'string' && Object.hasOwn(languages, text);
}

export function direction(lang: Lang): Strings['direction'] {
  return strings(lang).direction;
}

/** The language of the names that stand beside those in the reader's own script. */
export function otherLang(lang: Lang): Lang {
  return strings(lang).names === 'ar' ? 'en' : 'ar';
}

/** The first of the browser's languages that the page speaks; English where it speaks none. */
export function preferredLang(languages: readonly string[]): Lang {
  for (const tag of languages) {
    const lang = tag.toLowerCase().split('-')[0];
    if (isLang(lang)) return lang;
  }
  return 'en';
}

/** A day in words: 12 August 2017, 12 آب 2017. */
export function longDay(day: Day, t: Strings): string {
  const { year, month, date } = dayParts(day);
  return `${date} ${t.months[month - 1] ?? month} ${year}`;
}

/** The day of the week. */
export function weekdayName(day: Day, t: Strings): string {
  return t.weekdays[weekday(day)] ?? '';
}

/** What a table of words says of a key; a key that it does not know is shown as it is, underscores as spaces. */
export function word(table: Record<string, string>, key: string): string {
  return Object.hasOwn(table, key) ? (table[key] ?? key) : key.replaceAll('_', ' ');
}

export interface Named {
  name_ar: string | null;
  name_en: string | null;
}

/** The name in the reader's language, or the other one where that is missing. */
export function nameOf(named: Named, lang: Lang): string {
  const [first, second] = strings(lang).names === 'ar' ? [named.name_ar, named.name_en] : [named.name_en, named.name_ar];
  return first || second || '';
}

/** The name in the language that nameOf did not use; empty where there is none. */
export function otherNameOf(named: Named, lang: Lang): string {
  const other = nameOf(named, otherLang(lang));
  return other === nameOf(named, lang) ? '' : other;
}

/** What kind of place it is and in which governorate, as far as either is known. */
export function describe(place: { kind: string; admin1: string }, t: Strings): string {
  return [word(t.placeKinds, place.kind), word(t.governorates, place.admin1)].filter((part) => part !== '').join(' · ');
}

/** The language of a text, as far as its script tells. */
export function scriptLang(text: string): Lang {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return arabic > latin ? 'ar' : 'en';
}
