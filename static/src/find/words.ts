/** Letters of Arabic that are typed for one another, and the stroke that only lengthens. Hamzas and vowel signs fall with the marks. */
const LETTERS: Record<string, string> = { 'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ة': 'ه', 'ک': 'ك', 'ـ': '' };

/** A text as it is compared: small letters, no marks, letters typed for one another the same. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[ٱىیةکـ]/g, (letter) => LETTERS[letter] ?? letter);
}

/** Whether there is anything to look for: a letter or a digit. */
export function anyWord(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words);
}

/**
 * A test for texts of which each word stands in one, also within a longer word;
 * words between quotation marks together. Without a word everything passes.
 */
export function wordTest(words: string): (texts: readonly (string | null)[]) => boolean {
  const parts = (folded(words).match(/["“”«»][^"“”«»]+|[^\s"“”«»]+/g) ?? []).map((part) => part.replace(/["“”«»]/g, '').trim()).filter(anyWord);
  return (texts) => {
    if (parts.length === 0) return true;
    const all = texts.map((text) => folded(text ?? '')).join('\n');
    return parts.every((part) => all.includes(part));
  };
}
