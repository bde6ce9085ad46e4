import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDay } from '../../src/day.ts';
import { ar } from '../../src/i18n/ar.ts';
import { en } from '../../src/i18n/en.ts';
import { longDay, nameOf, otherNameOf, preferredLang, scriptLang, word } from '../../src/i18n/index.ts';

/** Every key of a table of words with the kind of its value: a.b → string. */
function shape(of: object, path = ''): string[] {
  return Object.entries(of).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? shape(value, `${path}${key}.`) : [`${path}${key}: ${typeof value}`]);
}

/** All fixed words of a table. */
function texts(of: object): string[] {
  return Object.values(of).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? texts(value) : []);
}

test('both languages have the same words, and none is empty', () => {
  assert.deepEqual(shape(ar).sort(), shape(en).sort());
  assert.ok([...texts(ar), ...texts(en)].every((text) => text.trim() !== ''));
});

test('Arabic is Arabic', () => {
  const { direction, names, ...words } = ar;
  assert.deepEqual([direction, names], ['rtl', 'ar']);
  assert.deepEqual(texts(words).filter((text) => !/\p{Script=Arabic}/u.test(text)), []);
});

test('days are said with the months of the Levant', () => {
  const day = parseDay('2017-08-12');
  assert.ok(day);
  assert.equal(longDay(day, ar), '12 آب 2017');
  assert.equal(longDay(day, en), '12 August 2017');
});

test('Arabic counts as Arabic does', () => {
  assert.deepEqual([1, 2, 3, 11, 100].map((n) => ar.reports(n)), ['تقرير واحد', 'تقريران', '3 تقارير', '11 تقريرًا', '100 تقرير']);
  assert.equal(ar.reports(0), '0 تقرير');
  assert.equal(en.reports(1234), '1,234 reports');
});

test('the browser’s first language that the page speaks is taken', () => {
  assert.equal(preferredLang(['fr-FR', 'ar-SY', 'en']), 'ar');
  assert.equal(preferredLang(['en-GB', 'ar']), 'en');
  assert.equal(preferredLang(['de']), 'en');
  assert.equal(preferredLang([]), 'en');
});

test('a name that is missing in one language is taken from the other', () => {
  assert.equal(nameOf({ name_ar: 'الكدير', name_en: null }, 'en'), 'الكدير');
  assert.equal(otherNameOf({ name_ar: 'الكدير', name_en: null }, 'en'), '');
  assert.equal(otherNameOf({ name_ar: 'الكدير', name_en: 'al-Kadir' }, 'ar'), 'al-Kadir');
});

test('an unknown key is shown as it is', () => {
  assert.equal(word(en.kinds, 'ceded_back'), 'ceded back');
  assert.equal(word(en.kinds, 'constructor'), 'constructor');
});

test('the script of a text tells its language', () => {
  assert.equal(scriptLang('سيطرت قوات النظام على T2'), 'ar');
  assert.equal(scriptLang('The army took الكدير today'), 'en');
});
