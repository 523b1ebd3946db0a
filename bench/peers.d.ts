/** The parts of two peers, which come without types, that the comparison uses. */
declare module 'lunr' {
  interface Builder {
    field(name: string): void;
    add(document: object): void;
  }
  export default function lunr(build: (builder: Builder) => void): { search(query: string): object[] };
}

declare module 'wink-bm25-text-search' {
  interface Bm25 {
    defineConfig(config: object): void;
    definePrepTasks(tasks: ((text: string) => string[])[]): void;
    addDoc(document: object, id: number): void;
    consolidate(): void;
    search(query: string, limit: number): [string, number][];
  }
  export default function bm25(): Bm25;
}
