;; One stretch of UTF-8 JSON text (RFC 8259) → a tape of its tokens. The grammar is checked here and nowhere else: it accepts what
;; JSON.parse accepts. Addresses are those of the memory. The caller fills in text, calls `tokenize`, reads the tape, moves what
;; was not used to the front and comes again; `state`, `depth` and the stack carry over.
;;
;; A token is four words:
;;   brackets that open  kind | index of the closing token << 8, or 0 if that is not on this tape; address; line; column
;;   everything else     kind | marks << 4; address; address after it; hash
;; Kinds: 1 { · 2 [ · 3 } · 4 ] · 5 string · 6 number · 7 true · 8 false · 9 null · 10 name of a member.
;; The address of a string is that of its content. Marks: 1 it has escapes, 2 it has characters beyond ASCII.
(module
  (memory (export "memory") 1)

  ;; What may come next: 0 value · 1 comma or closing bracket · 2 first name or } · 3 name · 4 colon · 5 first element or ] · 6 element
  ;; · 7 the rest of a string that nobody wants · 8 the rest of such a name
  (global $state (export "state") (mut i32) (i32.const 0))
  (global $depth (export "depth") (mut i32) (i32.const 0))
  (global $line (export "line") (mut i32) (i32.const 1))
  ;; A column is an address minus this: the line's start, plus the bytes by which the line exceeds its UTF-16 units, minus 1.
  (global $origin (export "origin") (mut i32) (i32.const 0))
  ;; Up to here everything is on the tape, or passed over.
  (global $used (export "used") (mut i32) (i32.const 0))
  ;; 0 none · 1 unexpected byte · 2 control character · 3 escape · 4 number · 5 word · 6 depth · 7 string without end
  (global $fault (export "fault") (mut i32) (i32.const 0))

  ;; Set by $string.
  (global $marks (mut i32) (i32.const 0))
  (global $closed (mut i32) (i32.const 0))

  (func $isHex (param $byte i32) (result i32)
    (i32.or
      (i32.lt_u (i32.sub (local.get $byte) (i32.const 0x30)) (i32.const 10))
      (i32.lt_u (i32.sub (i32.or (local.get $byte) (i32.const 0x20)) (i32.const 0x61)) (i32.const 6))))

  (func $isDigit (param $byte i32) (result i32)
    (i32.lt_u (i32.sub (local.get $byte) (i32.const 0x30)) (i32.const 10)))

  ;; 0-9 + - . e E
  (func $isNumeric (param $byte i32) (result i32)
    (i32.or
      (i32.or (call $isDigit (local.get $byte)) (i32.eq (i32.or (local.get $byte) (i32.const 0x20)) (i32.const 0x65)))
      (i32.or
        (i32.eq (local.get $byte) (i32.const 0x2b))
        (i32.or (i32.eq (local.get $byte) (i32.const 0x2d)) (i32.eq (local.get $byte) (i32.const 0x2e))))))

  ;; From inside a string to its closing quote ($closed), to a fault, or to where the text ends; sums up $marks.
  (func $string (param $at i32) (param $end i32) (result i32)
    (local $byte i32)
    (local $chunk v128)
    (global.set $closed (i32.const 0))
    (loop $next
      ;; sixteen bytes at once, as long as there is no quote, no backslash, nothing below 0x20 and, with the sign, nothing from 0x80
      (block $special
        (loop $plain
          (br_if $special (i32.gt_u (i32.add (local.get $at) (i32.const 16)) (local.get $end)))
          (local.set $chunk (v128.load (local.get $at)))
          (local.set $byte
            (i8x16.bitmask
              (v128.or
                (v128.or
                  (i8x16.eq (local.get $chunk) (i8x16.splat (i32.const 0x22)))
                  (i8x16.eq (local.get $chunk) (i8x16.splat (i32.const 0x5c))))
                (i8x16.lt_s (local.get $chunk) (i8x16.splat (i32.const 0x20))))))
          (if (i32.eqz (local.get $byte))
            (then
              (local.set $at (i32.add (local.get $at) (i32.const 16)))
              (br $plain)))
          (local.set $at (i32.add (local.get $at) (i32.ctz (local.get $byte))))))
      (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (local.get $at))))
      (local.set $byte (i32.load8_u (local.get $at)))
      (if (i32.eq (local.get $byte) (i32.const 0x22))
        (then
          (global.set $closed (i32.const 1))
          (return (local.get $at))))
      (if (i32.eq (local.get $byte) (i32.const 0x5c))
        (then
          (global.set $marks (i32.or (global.get $marks) (i32.const 1)))
          (if (i32.ge_u (i32.add (local.get $at) (i32.const 1)) (local.get $end)) (then (return (local.get $at))))
          (local.set $byte (i32.load8_u offset=1 (local.get $at)))
          (if (i32.eq (local.get $byte) (i32.const 0x75)) ;; u
            (then
              (if (i32.gt_u (i32.add (local.get $at) (i32.const 6)) (local.get $end)) (then (return (local.get $at))))
              (if
                (i32.eqz
                  (i32.and
                    (i32.and
                      (call $isHex (i32.load8_u offset=2 (local.get $at)))
                      (call $isHex (i32.load8_u offset=3 (local.get $at))))
                    (i32.and
                      (call $isHex (i32.load8_u offset=4 (local.get $at)))
                      (call $isHex (i32.load8_u offset=5 (local.get $at))))))
                (then
                  (global.set $fault (i32.const 3))
                  (return (local.get $at))))
              (local.set $at (i32.add (local.get $at) (i32.const 6)))
              (br $next)))
          (if
            (i32.eqz
              (i32.or
                (i32.or
                  (i32.or (i32.eq (local.get $byte) (i32.const 0x22)) (i32.eq (local.get $byte) (i32.const 0x5c)))
                  (i32.or (i32.eq (local.get $byte) (i32.const 0x2f)) (i32.eq (local.get $byte) (i32.const 0x62)))) ;; / b
                (i32.or
                  (i32.or (i32.eq (local.get $byte) (i32.const 0x66)) (i32.eq (local.get $byte) (i32.const 0x6e))) ;; f n
                  (i32.or (i32.eq (local.get $byte) (i32.const 0x72)) (i32.eq (local.get $byte) (i32.const 0x74)))))) ;; r t
            (then
              (global.set $fault (i32.const 3))
              (return (local.get $at))))
          (local.set $at (i32.add (local.get $at) (i32.const 2)))
          (br $next)))
      (if (i32.lt_u (local.get $byte) (i32.const 0x20))
        (then
          (global.set $fault (i32.const 2))
          (return (local.get $at))))
      (if (i32.ge_u (local.get $byte) (i32.const 0x80))
        (then
          (global.set $marks (i32.or (global.get $marks) (i32.const 2)))
          ;; a character of four bytes is two UTF-16 units, any other is one
          (if (i32.lt_u (local.get $byte) (i32.const 0xc0))
            (then (global.set $origin (i32.add (global.get $origin) (i32.const 1))))
            (else
              (if (i32.ge_u (local.get $byte) (i32.const 0xf0))
                (then (global.set $origin (i32.sub (global.get $origin) (i32.const 1)))))))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $next))
    (unreachable))

  ;; Whether all of [$at, $end), which holds only numeric bytes, is one number.
  (func $isNumber (param $at i32) (param $end i32) (result i32)
    (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x2d)) (then (local.set $at (i32.add (local.get $at) (i32.const 1)))))
    (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (i32.const 0))))
    (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x30))
      (then (local.set $at (i32.add (local.get $at) (i32.const 1))))
      (else
        (local.set $at (call $digits (local.get $at) (local.get $end)))
        (if (i32.eqz (local.get $at)) (then (return (i32.const 0))))))
    (if (i32.eq (local.get $at) (local.get $end)) (then (return (i32.const 1))))
    (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x2e))
      (then
        (local.set $at (call $digits (i32.add (local.get $at) (i32.const 1)) (local.get $end)))
        (if (i32.eqz (local.get $at)) (then (return (i32.const 0))))
        (if (i32.eq (local.get $at) (local.get $end)) (then (return (i32.const 1))))))
    (if (i32.ne (i32.or (i32.load8_u (local.get $at)) (i32.const 0x20)) (i32.const 0x65)) (then (return (i32.const 0))))
    (local.set $at (i32.add (local.get $at) (i32.const 1)))
    (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (i32.const 0))))
    (if
      (i32.or
        (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x2b))
        (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x2d)))
      (then (local.set $at (i32.add (local.get $at) (i32.const 1)))))
    (i32.eq (call $digits (local.get $at) (local.get $end)) (local.get $end)))

  ;; The address after one or more digits; 0 if there is none.
  (func $digits (param $at i32) (param $end i32) (result i32)
    (local $from i32)
    (local.set $from (local.get $at))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (br_if $done (i32.eqz (call $isDigit (i32.load8_u (local.get $at)))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next)))
    (select (i32.const 0) (local.get $at) (i32.eq (local.get $at) (local.get $from))))

  ;; Length of the literal at $at, 0 if none stands there. At least five bytes can be read there.
  (func $literal (param $at i32) (result i32)
    (local $four i32)
    (local.set $four (i32.load (local.get $at)))
    (if
      (i32.or (i32.eq (local.get $four) (i32.const 0x65757274)) (i32.eq (local.get $four) (i32.const 0x6c6c756e))) ;; true null
      (then (return (i32.const 4))))
    (if
      (i32.and
        (i32.eq (local.get $four) (i32.const 0x736c6166)) ;; fals e
        (i32.eq (i32.load8_u offset=4 (local.get $at)) (i32.const 0x65)))
      (then (return (i32.const 5))))
    (i32.const 0))

  ;; Of the length and of all bytes, four at a time; the last may take in what follows, so that is masked.
  (func $hash (param $at i32) (param $end i32) (result i32)
    (local $hash i32)
    (local $word i32)
    (local $left i32)
    (local.set $hash (i32.sub (local.get $end) (local.get $at)))
    (block $done
      (loop $next
        (local.set $left (i32.sub (local.get $end) (local.get $at)))
        (br_if $done (i32.le_s (local.get $left) (i32.const 0)))
        (local.set $word (i32.load (local.get $at)))
        (if (i32.lt_u (local.get $left) (i32.const 4))
          (then
            (local.set $word
              (i32.and
                (local.get $word)
                (i32.sub (i32.shl (i32.const 1) (i32.shl (local.get $left) (i32.const 3))) (i32.const 1))))))
        (local.set $hash (i32.mul (i32.xor (local.get $hash) (local.get $word)) (i32.const 0x9e3779b1)))
        (local.set $hash (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 15))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))
    (local.get $hash))

  ;; Reads [$at, $end); $last: nothing comes after it. Writes tokens from $tape up to $full. $stack: a word for every level, as many
  ;; as $deepest: which bracket is open, and where on this tape. Returns the end of the tape.
  (func (export "tokenize")
    (param $at i32) (param $end i32) (param $last i32) (param $tape i32) (param $full i32) (param $stack i32) (param $deepest i32)
    (result i32)
    (local $out i32)
    (local $byte i32)
    (local $kind i32)
    (local $to i32)
    (local $open i32)
    (local $before i32)
    (local.set $out (local.get $tape))

    ;; what is open was opened on an earlier tape
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $to) (global.get $depth)))
        (local.set $open (i32.add (local.get $stack) (i32.shl (local.get $to) (i32.const 2))))
        (i32.store (local.get $open) (i32.and (i32.load (local.get $open)) (i32.const 3)))
        (local.set $to (i32.add (local.get $to) (i32.const 1)))
        (br $next)))

    (block $stop
      (if (i32.ge_u (global.get $state) (i32.const 7))
        (then
          (local.set $at (call $string (local.get $at) (local.get $end)))
          (if (global.get $fault) (then (br $stop)))
          (if (i32.eqz (global.get $closed))
            (then
              (if (local.get $last) (then (global.set $fault (i32.const 7))))
              (br $stop)))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (global.set $state (select (i32.const 4) (i32.const 1) (i32.eq (global.get $state) (i32.const 8))))))

      (loop $next
        (br_if $stop (i32.ge_u (local.get $out) (local.get $full)))

        (block $found
          (loop $space
            (br_if $stop (i32.ge_u (local.get $at) (local.get $end)))
            (local.set $byte (i32.load8_u (local.get $at)))
            (br_if $found (i32.gt_u (local.get $byte) (i32.const 0x20)))
            (if (i32.eq (local.get $byte) (i32.const 0x0a))
              (then
                (global.set $line (i32.add (global.get $line) (i32.const 1)))
                (global.set $origin (local.get $at)))
              (else
                (br_if $found
                  (i32.eqz
                    (i32.or
                      (i32.eq (local.get $byte) (i32.const 0x20))
                      (i32.or (i32.eq (local.get $byte) (i32.const 0x0d)) (i32.eq (local.get $byte) (i32.const 0x09))))))))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br $space)))

        ;; a value may follow another on the outermost level: JSON Lines
        (if (i32.and (i32.eq (global.get $state) (i32.const 1)) (i32.eqz (global.get $depth)))
          (then (if (i32.ne (local.get $byte) (i32.const 0x2c)) (then (global.set $state (i32.const 0))))))

        (if (i32.eq (local.get $byte) (i32.const 0x22)) ;; "
          (then
            (local.set $kind (select (i32.const 10) (i32.const 5) (i32.eq (i32.and (global.get $state) (i32.const 6)) (i32.const 2))))
            (if
              (i32.or (i32.eq (global.get $state) (i32.const 1)) (i32.eq (global.get $state) (i32.const 4)))
              (then (global.set $fault (i32.const 1)) (br $stop)))
            (global.set $marks (i32.const 0))
            (local.set $before (global.get $origin))
            (local.set $to (call $string (i32.add (local.get $at) (i32.const 1)) (local.get $end)))
            (if (global.get $fault)
              (then
                (local.set $at (local.get $to))
                (br $stop)))
            (if (i32.eqz (global.get $closed))
              (then
                (global.set $origin (local.get $before))
                (if (local.get $last) (then (global.set $fault (i32.const 7))))
                (br $stop)))
            (i32.store (local.get $out) (i32.or (local.get $kind) (i32.shl (global.get $marks) (i32.const 4))))
            (i32.store offset=4 (local.get $out) (i32.add (local.get $at) (i32.const 1)))
            (i32.store offset=8 (local.get $out) (local.get $to))
            (i32.store offset=12 (local.get $out) (call $hash (i32.add (local.get $at) (i32.const 1)) (local.get $to)))
            (local.set $out (i32.add (local.get $out) (i32.const 16)))
            (local.set $at (i32.add (local.get $to) (i32.const 1)))
            (global.set $state (select (i32.const 4) (i32.const 1) (i32.eq (local.get $kind) (i32.const 10))))
            (br $next)))

        (if (i32.eq (local.get $byte) (i32.const 0x3a)) ;; :
          (then
            (if (i32.ne (global.get $state) (i32.const 4)) (then (global.set $fault (i32.const 1)) (br $stop)))
            (global.set $state (i32.const 0))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br $next)))

        (if (i32.eq (local.get $byte) (i32.const 0x2c)) ;; ,
          (then
            (if
              (i32.or (i32.ne (global.get $state) (i32.const 1)) (i32.eqz (global.get $depth)))
              (then (global.set $fault (i32.const 1)) (br $stop)))
            (local.set $open
              (i32.load (i32.add (local.get $stack) (i32.shl (i32.sub (global.get $depth) (i32.const 1)) (i32.const 2)))))
            (global.set $state (select (i32.const 3) (i32.const 6) (i32.eq (i32.and (local.get $open) (i32.const 3)) (i32.const 1))))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br $next)))

        (if (i32.eq (i32.or (local.get $byte) (i32.const 0x20)) (i32.const 0x7b)) ;; { [
          (then
            (if
              (i32.and (i32.ne (global.get $state) (i32.const 0)) (i32.lt_u (global.get $state) (i32.const 5)))
              (then (global.set $fault (i32.const 1)) (br $stop)))
            (if (i32.ge_u (global.get $depth) (local.get $deepest)) (then (global.set $fault (i32.const 6)) (br $stop)))
            (local.set $kind (select (i32.const 1) (i32.const 2) (i32.eq (local.get $byte) (i32.const 0x7b))))
            (i32.store
              (i32.add (local.get $stack) (i32.shl (global.get $depth) (i32.const 2)))
              (i32.or (local.get $kind) (local.get $out)))
            (global.set $depth (i32.add (global.get $depth) (i32.const 1)))
            (i32.store (local.get $out) (local.get $kind))
            (i32.store offset=4 (local.get $out) (local.get $at))
            (i32.store offset=8 (local.get $out) (global.get $line))
            (i32.store offset=12 (local.get $out) (i32.sub (local.get $at) (global.get $origin)))
            (local.set $out (i32.add (local.get $out) (i32.const 16)))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (global.set $state (select (i32.const 2) (i32.const 5) (i32.eq (local.get $kind) (i32.const 1))))
            (br $next)))

        (if (i32.eq (i32.or (local.get $byte) (i32.const 0x20)) (i32.const 0x7d)) ;; } ]
          (then
            (local.set $kind (select (i32.const 1) (i32.const 2) (i32.eq (local.get $byte) (i32.const 0x7d))))
            (if
              (i32.or
                (i32.eqz (global.get $depth))
                (i32.and
                  (i32.ne (global.get $state) (i32.const 1))
                  (i32.ne (global.get $state) (select (i32.const 2) (i32.const 5) (i32.eq (local.get $kind) (i32.const 1))))))
              (then (global.set $fault (i32.const 1)) (br $stop)))
            (local.set $open
              (i32.load (i32.add (local.get $stack) (i32.shl (i32.sub (global.get $depth) (i32.const 1)) (i32.const 2)))))
            (if (i32.ne (i32.and (local.get $open) (i32.const 3)) (local.get $kind)) (then (global.set $fault (i32.const 1)) (br $stop)))
            (global.set $depth (i32.sub (global.get $depth) (i32.const 1)))
            (local.set $open (i32.and (local.get $open) (i32.const -4)))
            (if (local.get $open)
              (then
                (i32.store
                  (local.get $open)
                  (i32.or
                    (local.get $kind)
                    (i32.shl (i32.shr_u (i32.sub (local.get $out) (local.get $tape)) (i32.const 4)) (i32.const 8))))))
            (i32.store (local.get $out) (i32.add (local.get $kind) (i32.const 2)))
            (i32.store offset=4 (local.get $out) (local.get $at))
            (i32.store offset=8 (local.get $out) (i32.add (local.get $at) (i32.const 1)))
            (i32.store offset=12 (local.get $out) (i32.const 0))
            (local.set $out (i32.add (local.get $out) (i32.const 16)))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (global.set $state (i32.const 1))
            (br $next)))

        ;; a number or a literal
        (if
          (i32.and (i32.ne (global.get $state) (i32.const 0)) (i32.lt_u (global.get $state) (i32.const 5)))
          (then (global.set $fault (i32.const 1)) (br $stop)))
        (local.set $kind (i32.const 0))
        (if (i32.eq (local.get $byte) (i32.const 0x74)) (then (local.set $kind (i32.const 7))))
        (if (i32.eq (local.get $byte) (i32.const 0x66)) (then (local.set $kind (i32.const 8))))
        (if (i32.eq (local.get $byte) (i32.const 0x6e)) (then (local.set $kind (i32.const 9))))
        (if (local.get $kind)
          (then
            (local.set $to (i32.add (local.get $at) (call $literal (local.get $at))))
            (if (i32.or (i32.eq (local.get $to) (local.get $at)) (i32.gt_u (local.get $to) (local.get $end)))
              (then
                ;; a piece of a word at the end may still become one
                (br_if $stop
                  (i32.and (i32.eqz (local.get $last)) (i32.lt_u (i32.sub (local.get $end) (local.get $at)) (i32.const 5))))
                (global.set $fault (i32.const 5))
                (br $stop))))
          (else
            (if
              (i32.eqz (i32.or (call $isDigit (local.get $byte)) (i32.eq (local.get $byte) (i32.const 0x2d))))
              (then (global.set $fault (i32.const 1)) (br $stop)))
            (local.set $kind (i32.const 6))
            (local.set $to (local.get $at))
            (block $done
              (loop $numeric
                (br_if $done (i32.ge_u (local.get $to) (local.get $end)))
                (br_if $done (i32.eqz (call $isNumeric (i32.load8_u (local.get $to)))))
                (local.set $to (i32.add (local.get $to) (i32.const 1)))
                (br $numeric)))
            (br_if $stop (i32.and (i32.eq (local.get $to) (local.get $end)) (i32.eqz (local.get $last))))
            (if (i32.eqz (call $isNumber (local.get $at) (local.get $to))) (then (global.set $fault (i32.const 4)) (br $stop)))))
        (i32.store (local.get $out) (local.get $kind))
        (i32.store offset=4 (local.get $out) (local.get $at))
        (i32.store offset=8 (local.get $out) (local.get $to))
        (i32.store offset=12 (local.get $out) (i32.const 0))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (local.set $at (local.get $to))
        (global.set $state (i32.const 1))
        (br $next)))

    (global.set $used (local.get $at))
    (local.get $out)))
