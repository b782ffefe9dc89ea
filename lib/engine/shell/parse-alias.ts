import type { ScriptItem } from './ast';
import { plainText } from './plain-text';
import type { ShellFlavour } from './flavour';
import { Cursor, isReservedWord } from './parse-cursor';

/** What `alias` has told a shell, by name. */
export type Aliases = ReadonlyMap<string, string>;

/** How many aliases one script may put in, and how long it may become by them. */
const MOST = 1_000;
const LONGEST = 100_000;

/**
 * Puts aliases where they are called: as POSIX has it (2.3.1) that is done before a line is parsed, with those of the lines before. They are taken from the
 * commands `alias` and `unalias` that stand in the script as such. A script of bash has none before `shopt -s expand_aliases`.
 */
export abstract class AliasCursor extends Cursor {
  private readonly aliases: Map<string, string>;
  private expands: boolean;
  /** Aliases whose text is being read, which do not call themselves: how much text lies behind each. */
  private active: { readonly name: string; readonly behind: number }[] = [];
  private count = 0;

  constructor(text: string, flavour: ShellFlavour, depth: number, aliases?: Aliases) {
    super(text, flavour, depth);
    this.aliases = new Map(aliases);
    this.expands = aliases !== undefined || flavour !== 'bash';
  }

  /** Takes the aliases of a line into account that has been read. */
  protected learnAliases(items: readonly ScriptItem[]): void {
    for (const { list } of items) {
      const [command] = list.first.commands;
      if (command?.kind !== 'simple') continue;
      const [name, ...args] = command.words.map((word) => plainText(word) ?? '');
      if (name === 'shopt' && args.join(' ') === '-s expand_aliases') this.expands = true;
      if (name === 'shopt' && args[0] === '-s' && args.includes('extglob')) this.extended = true;
      for (const arg of args) {
        const equals = arg.indexOf('=');
        if (name === 'unalias') this.aliases.delete(arg);
        if (name === 'alias' && equals > 0)
          this.aliases.set(arg.slice(0, equals), arg.slice(equals + 1));
      }
    }
  }

  /** Puts the text of an alias in the place of the word that stands here, and of its own first word, and so on. */
  protected expandAlias(): void {
    while (this.expands && this.aliases.size > 0 && this.count < MOST) {
      const token = this.peek();
      if (token.kind !== 'word' || token.bare === null) return;
      const { bare: name, start } = token;
      const value = this.aliases.get(name);
      this.active = this.active.filter(({ behind }) => start < this.text.length - behind);
      if (value === undefined || isReservedWord(name, this.flavour)) return;
      if (this.active.some((other) => other.name === name)) return;
      const rest = this.text.slice(this.at);
      if (this.text.length + value.length > LONGEST) return;
      this.count += 1;
      this.active.push({ name, behind: rest.length });
      this.putAt(start, value + rest);
    }
  }
}
