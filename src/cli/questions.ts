import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const Line = z.object({
  id: z.string(),
  question: z.string(),
  asked: z.iso.date().optional(),
});

export interface Query {
  readonly id: string;
  readonly question: string;
  readonly asked?: string | undefined;
}

/** Reads `{"id", "question", "asked"?}` a line. Rejects with one plain sentence that names the line. */
export async function readQuestions(file: string): Promise<Query[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new Error(`The file "${file}" cannot be opened.`);
  }
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [Line.parse(JSON.parse(line))];
    } catch {
      throw new Error(`Line ${index + 1} of "${file}" is not {"id", "question", "asked"?}.`);
    }
  });
}
