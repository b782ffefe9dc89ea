/**
 * The long options of GNU's programs, in getopt's order where it tells several: `:` and the letter that means the same, `=` behind those with a value, `?` where it may be left out (coreutils 9,
 * diffutils 3 and grep 3, asked one by one).
 */
export const GNU_LONG: Readonly<Record<string, string>> = {
  base64: 'decode:d ignore-garbage:i wrap:w= help version',
  basename: 'multiple:a suffix:s= zero:z help version',
  cat: 'help version number-nonblank:b number:n squeeze-blank:s show-nonprinting:v show-ends:E show-tabs:T show-all:A',
  chgrp:
    'changes:c silent:f quiet dereference preserve-root help no-dereference:h no-preserve-root recursive:R reference= verbose:v version',
  chmod:
    'changes:c silent:f quiet no-preserve-root preserve-root help recursive:R reference= verbose:v version',
  chown:
    'changes:c silent:f quiet dereference from= preserve-root help no-dereference:h no-preserve-root recursive:R reference= verbose:v version',
  cmp: 'ignore-initial:i= bytes:n= quiet:s silent help print-bytes:b print-chars verbose:l version:v',
  comm: 'check-order nocheck-order output-delimiter= total zero-terminated:z help version',
  cp: 'backup? force:f interactive:i link:l dereference:L target-directory:t= update:u one-file-system:x help archive:a attributes-only copy-contents context? no-clobber:n no-dereference:P no-preserve= no-target-directory:T parents preserve? recursive:R remove-destination reflink? sparse= strip-trailing-slashes suffix:S= symbolic-link:s verbose:v version',
  cut: 'bytes:b= delimiter:d= fields:f= zero-terminated:z help version characters:c= complement only-delimited:s output-delimiter=',
  date: 'utc:u universal file:f= iso-8601? set:s= help version date:d= debug reference:r= resolution rfc-email:R rfc-822 rfc-2822 rfc-3339=',
  df: 'all:a block-size:B= inodes:i local:l no-sync output? exclude-type:x= version human-readable:h help portability:P print-type:T si:H sync total type:t=',
  diff: 'width:W= minimal:d version:v binary brief:q changed-group-format= color? context? ed:e exclude:x= exclude-from:X= expand-tabs:t forward-ed from-file= help horizon-lines= ifdef:D= ignore-all-space:w ignore-blank-lines:B ignore-case:i ignore-file-name-case ignore-matching-lines:I= ignore-space-change:b ignore-tab-expansion:E ignore-trailing-space:Z inhibit-hunk-merge initial-tab:T label= left-column line-format= new-file:N new-group-format= new-line-format= no-dereference no-ignore-file-name-case normal old-group-format= old-line-format= paginate:l palette= rcs:n recursive:r report-identical-files:s sdiff-merge-assist show-c-function:p show-function-line:F= side-by-side:y speed-large-files starting-file:S= strip-trailing-cr suppress-blank-empty suppress-common-lines tabsize= text:a to-file= unchanged-group-format= unchanged-line-format= unidirectional-new-file unified?',
  dirname: 'zero:z help version',
  du: 'files0-from= max-depth:d= inodes count-links:l one-file-system:x version all:a apparent-size block-size:B= bytes:b dereference:L dereference-args:D exclude= exclude-from:X= human-readable:h help null:0 no-dereference:P si separate-dirs:S summarize:s total:c threshold:t= time? time-style=',
  expand: 'initial:i tabs:t= help version',
  fold: 'bytes:b spaces:s width:w= help version',
  grep: 'fixed-strings:F perl-regexp:P version:V help max-count:m= only-matching:o quiet:q silent text:a after-context:A= group-separator= basic-regexp:G before-context:B= binary-files= byte-offset:b binary:U context:C= color? colour? count:c devices:D= directories:d= dereference-recursive:R extended-regexp:E exclude= exclude-from= exclude-dir= fixed-regexp file:f= files-with-matches:l files-without-match:L include= ignore-case:i initial-tab:T invert-match:v label= line-buffered line-number:n line-regexp:x no-ignore-case no-filename:h no-group-separator no-messages:s null:Z null-data:z recursive:r regexp:e= with-filename:H word-regexp:w',
  head: 'bytes:c= lines:n= quiet:q silent zero-terminated:z help verbose:v version',
  id: 'context:Z name:n real:r user:u zero:z help version group:g groups:G',
  ln: 'backup? directory:d force:f interactive:i logical:L physical:P relative:r target-directory:t= help no-dereference:n no-target-directory:T suffix:S= symbolic:s verbose:v version',
  ls: 'escape:b block-size= group-directories-first kibibytes:k literal:N width:w= zero version all:a almost-all:A author classify? color? context:Z directory:d dired:D dereference-command-line:H dereference-command-line-symlink-to-dir dereference:L full-time file-type format= human-readable:h hide-control-chars:q hide= hyperlink? help inode:i ignore-backups:B ignore:I= indicator-style= numeric-uid-gid:n no-group:G quote-name:Q quoting-style= reverse:r recursive:R size:s si show-control-chars sort= tabsize:T= time= time-style=',
  md5sum:
    'binary:b check:c zero:z ignore-missing quiet warn:w help version status strict tag text:t',
  install:
    'backup? compare:C context? directory:d group:g= mode:m= no-target-directory:T owner:o= preserve-context preserve-timestamps:p strip:s strip-program= suffix:S= target-directory:t= verbose:v help version',
  mkdir: 'mode:m= parents:p context? help verbose:v version',
  mktemp: 'tmpdir? quiet:q suffix= help version directory:d dry-run:u',
  mv: 'backup? force:f interactive:i target-directory:t= update:u context:Z help no-clobber:n no-target-directory:T strip-trailing-slashes suffix:S= verbose:v version',
  nl: 'body-numbering:b= footer-numbering:f= line-increment:i= join-blank-lines:l= version header-numbering:h= help no-renumber:p number-separator:s= number-width:w= number-format:n= starting-line-number:v= section-delimiter:d=',
  nproc: 'all ignore= help version',
  od: 'traditional address-radix:A= endian= read-bytes:N= format:t= output-duplicates:v width? help version skip-bytes:j= strings?',
  paste: 'delimiters:d= serial:s zero-terminated:z help version',
  readlink:
    'no-newline:n quiet:q silent:s zero:z help canonicalize:f canonicalize-existing:e canonicalize-missing:m verbose:v version',
  realpath:
    'logical:L physical:P quiet:q strip:s no-symlinks zero:z help version canonicalize-existing:e canonicalize-missing:m relative-to= relative-base=',
  rm: 'force:f interactive? one-file-system no-preserve-root preserve-root? recursive:r dir:d help verbose:v version',
  rmdir: 'ignore-fail-on-non-empty parents:p help verbose:v version',
  seq: 'format:f= separator:s= equal-width:w help version',
  sha1sum:
    'binary:b check:c zero:z ignore-missing quiet warn:w help version status strict tag text:t',
  sha256sum:
    'binary:b check:c zero:z ignore-missing quiet warn:w help version status strict tag text:t',
  sha512sum:
    'binary:b check:c zero:z ignore-missing quiet warn:w help version status strict tag text:t',
  shuf: 'echo:e input-range:i= output:o= zero-terminated:z version head-count:n= help random-source= repeat:r',
  sort: 'general-numeric-sort:g numeric-sort:n key:k= output:o= temporary-directory:T= parallel= unique:u zero-terminated:z batch-size= buffer-size:S= check? compress-program= debug dictionary-order:d files0-from= field-separator:t= human-numeric-sort:h help ignore-leading-blanks:b ignore-case:f ignore-nonprinting:i merge:m month-sort:M random-sort:R random-source= reverse:r sort= stable:s version-sort:V version',
  split:
    'additional-suffix= bytes:b= elide-empty-files:e filter= unbuffered:u hex-suffixes? help lines:l= line-bytes:C= number:n= numeric-suffixes? suffix-length:a= separator:t= verbose version',
  stat: 'dereference:L cached= printf= terse:t help version file-system:f format=',
  tac: 'before:b regex:r separator:s= help version',
  tail: 'bytes:c= follow? retry lines:n= max-unchanged-stats= pid= quiet:q zero-terminated:z help silent sleep-interval:s= verbose:v version',
  tee: 'append:a ignore-interrupts:i output-error? help version',
  touch: 'date:d= reference:r= time= help version no-create:c no-dereference:h',
  tr: 'complement:c delete:d squeeze-repeats:s truncate-set1:t help version',
  truncate: 'no-create:c io-blocks:o reference:r= size:s= help version',
  uname:
    'all:a nodename:n machine:m processor:p operating-system:o version hardware-platform:i help kernel-name:s kernel-release:r kernel-version:v',
  unexpand: 'all:a first-only tabs:t= help version',
  uniq: 'repeated:d all-repeated? group? ignore-case:i unique:u zero-terminated:z help version count:c check-chars:w= skip-fields:f= skip-chars:s=',
  wc: 'files0-from= bytes:c chars:m lines:l max-line-length:L words:w help version',
};
