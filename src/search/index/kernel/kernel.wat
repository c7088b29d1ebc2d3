;; The loops finding spends its time in, over memory the index lies in (arena.ts). Addresses and sizes are in bytes.
;; A set of rows (bitmap.ts) is a whole number of 16 bytes. kernel.test.ts holds every function to plain JavaScript.
;; After a change, what this prints belongs into kernel-module.ts:
;;   npx --package wabt wat2wasm --enable-threads --output=- kernel.wat | base64 -w 100
(module
  (import "arena" "memory" (memory 1 65536 shared))

  ;; set = set or other
  (func (export "addAll") (param $set i32) (param $other i32) (param $bytes i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $set) (local.get $bytes)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $set) (local.get $end)))
      (v128.store (local.get $set) (v128.or (v128.load (local.get $set)) (v128.load (local.get $other))))
      (local.set $set (i32.add (local.get $set) (i32.const 16)))
      (local.set $other (i32.add (local.get $other) (i32.const 16)))
      (br $next))))

  ;; set = set and other
  (func (export "keepCommon") (param $set i32) (param $other i32) (param $bytes i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $set) (local.get $bytes)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $set) (local.get $end)))
      (v128.store (local.get $set) (v128.and (v128.load (local.get $set)) (v128.load (local.get $other))))
      (local.set $set (i32.add (local.get $set) (i32.const 16)))
      (local.set $other (i32.add (local.get $other) (i32.const 16)))
      (br $next))))

  ;; set = set and not other
  (func (export "takeOut") (param $set i32) (param $other i32) (param $bytes i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $set) (local.get $bytes)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $set) (local.get $end)))
      (v128.store (local.get $set) (v128.andnot (v128.load (local.get $set)) (v128.load (local.get $other))))
      (local.set $set (i32.add (local.get $set) (i32.const 16)))
      (local.set $other (i32.add (local.get $other) (i32.const 16)))
      (br $next))))

  ;; how many bits two sets share
  (func (export "countCommon") (param $one i32) (param $other i32) (param $bytes i32) (result i32)
    (local $end i32) (local $count i64)
    (local.set $end (i32.add (local.get $one) (local.get $bytes)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $one) (local.get $end)))
      (local.set $count (i64.add (local.get $count) (i64.add
        (i64.popcnt (i64.and (i64.load (local.get $one)) (i64.load (local.get $other))))
        (i64.popcnt (i64.and (i64.load offset=8 (local.get $one)) (i64.load offset=8 (local.get $other)))))))
      (local.set $one (i32.add (local.get $one) (i32.const 16)))
      (local.set $other (i32.add (local.get $other) (i32.const 16)))
      (br $next)))
    (i32.wrap_i64 (local.get $count)))

  ;; into = into or (one and other); how many bits came to it
  (func (export "gatherCommon") (param $into i32) (param $one i32) (param $other i32) (param $bytes i32) (result i32)
    (local $end i32) (local $count i64) (local $known i64) (local $met i64)
    (local.set $end (i32.add (local.get $one) (local.get $bytes)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $one) (local.get $end)))
      (local.set $known (i64.load (local.get $into)))
      (local.set $met (i64.and (i64.load (local.get $one)) (i64.load (local.get $other))))
      (local.set $count (i64.add (local.get $count)
        (i64.popcnt (i64.and (local.get $met) (i64.xor (local.get $known) (i64.const -1))))))
      (i64.store (local.get $into) (i64.or (local.get $known) (local.get $met)))
      (local.set $into (i32.add (local.get $into) (i32.const 8)))
      (local.set $one (i32.add (local.get $one) (i32.const 8)))
      (local.set $other (i32.add (local.get $other) (i32.const 8)))
      (br $next)))
    (i32.wrap_i64 (local.get $count)))

  ;; writes the rows of a set, ascending, until the list is full; how many
  (func (export "listRows") (param $set i32) (param $bytes i32) (param $list i32) (param $most i32) (result i32)
    (local $at i32) (local $bits i64) (local $begin i32) (local $full i32)
    (local.set $begin (local.get $list))
    (local.set $full (i32.add (local.get $list) (i32.shl (local.get $most) (i32.const 2))))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $at) (local.get $bytes)))
      (local.set $bits (i64.load (i32.add (local.get $set) (local.get $at))))
      (block $empty (loop $bit
        (br_if $empty (i64.eqz (local.get $bits)))
        (br_if $done (i32.ge_u (local.get $list) (local.get $full)))
        (i32.store (local.get $list) (i32.add (i32.shl (local.get $at) (i32.const 3))
          (i32.wrap_i64 (i64.ctz (local.get $bits)))))
        (local.set $list (i32.add (local.get $list) (i32.const 4)))
        (local.set $bits (i64.and (local.get $bits) (i64.sub (local.get $bits) (i64.const 1))))
        (br $bit)))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br $next)))
    (i32.shr_u (i32.sub (local.get $list) (local.get $begin)) (i32.const 2)))

  ;; 1 when a row is in a set
  (func $hasRow (param $set i32) (param $row i32) (result i32)
    (i32.and (i32.const 1) (i32.shr_u
      (i32.load (i32.add (local.get $set) (i32.shl (i32.shr_u (local.get $row) (i32.const 5)) (i32.const 2))))
      (local.get $row))))

  ;; how many rows of an ascending list are in a set; a row past its end is not
  (func $countListed (export "countListed") (param $list i32) (param $end i32) (param $set i32) (param $bytes i32)
    (result i32)
    (local $count i32) (local $limit i32)
    (local.set $limit (i32.shl (local.get $bytes) (i32.const 3)))
    (block $inside (loop $past
      (br_if $inside (i32.ge_u (local.get $list) (local.get $end)))
      (br_if $inside (i32.lt_u (i32.load (i32.sub (local.get $end) (i32.const 4))) (local.get $limit)))
      (local.set $end (i32.sub (local.get $end) (i32.const 4)))
      (br $past)))
    (block $few (loop $four
      (br_if $few (i32.lt_u (i32.sub (local.get $end) (local.get $list)) (i32.const 16)))
      (local.set $count (i32.add (local.get $count) (i32.add
        (i32.add (call $hasRow (local.get $set) (i32.load (local.get $list)))
          (call $hasRow (local.get $set) (i32.load offset=4 (local.get $list))))
        (i32.add (call $hasRow (local.get $set) (i32.load offset=8 (local.get $list)))
          (call $hasRow (local.get $set) (i32.load offset=12 (local.get $list)))))))
      (local.set $list (i32.add (local.get $list) (i32.const 16)))
      (br $four)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $list) (local.get $end)))
      (local.set $count (i32.add (local.get $count)
        (call $hasRow (local.get $set) (i32.load (local.get $list)))))
      (local.set $list (i32.add (local.get $list) (i32.const 4)))
      (br $next)))
    (local.get $count))

  ;; the same, given up as soon as fewer than so many can be met: then any smaller number
  (func (export "countListedFrom") (param $list i32) (param $end i32) (param $set i32) (param $bytes i32)
    (param $least i32) (result i32)
    (local $count i32) (local $stop i32)
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $list) (local.get $end)))
      (br_if $done (i32.lt_s
        (i32.add (local.get $count) (i32.shr_u (i32.sub (local.get $end) (local.get $list)) (i32.const 2)))
        (local.get $least)))
      (local.set $stop (i32.add (local.get $list) (i32.const 1024)))
      (if (i32.gt_u (local.get $stop) (local.get $end)) (then (local.set $stop (local.get $end))))
      (local.set $count (i32.add (local.get $count)
        (call $countListed (local.get $list) (local.get $stop) (local.get $set) (local.get $bytes))))
      (local.set $list (local.get $stop))
      (br $next)))
    (local.get $count))

  ;; adds those rows of a list to a set that are in another as large; how many were not there before
  (func (export "gatherListed") (param $list i32) (param $end i32) (param $set i32) (param $into i32) (param $bytes i32)
    (result i32)
    (local $count i32) (local $row i32) (local $word i32) (local $known i32) (local $bit i32) (local $limit i32)
    (local.set $limit (i32.shl (local.get $bytes) (i32.const 3)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $list) (local.get $end)))
      (local.set $row (i32.load (local.get $list)))
      (local.set $list (i32.add (local.get $list) (i32.const 4)))
      (br_if $next (i32.ge_u (local.get $row) (local.get $limit)))
      (local.set $word (i32.shl (i32.shr_u (local.get $row) (i32.const 5)) (i32.const 2)))
      (local.set $known (i32.load (i32.add (local.get $into) (local.get $word))))
      (local.set $bit (i32.and (i32.load (i32.add (local.get $set) (local.get $word)))
        (i32.shl (i32.const 1) (local.get $row))))
      (local.set $count (i32.add (local.get $count)
        (i32.ne (i32.and (local.get $bit) (i32.xor (local.get $known) (i32.const -1))) (i32.const 0))))
      (i32.store (i32.add (local.get $into) (local.get $word)) (i32.or (local.get $known) (local.get $bit)))
      (br $next)))
    (local.get $count))

  ;; Counts the tags of rows, one after another. A row's tags lie in `units` from starts[row] to starts[row + 1], each a
  ;; tag key (tag-key.ts) in one or two units of 16 bits (term-lists.ts), ascending; mentions are left out, and so are keys
  ;; from `limit` on. A tag with a reach is counted as each meaning it reaches (reachAt[tag], 0 for none, is where in
  ;; `reaches` their number stands, and then they), once a row: `lastMetOn` has the row they were last met on, plus one.
  ;; Meanings met for the first time are written behind `met`. How many were met in all.
  ;;
  ;; Rows far apart are read from memory one by one, which takes longer than all else. So of 32 of them only a unit or two
  ;; is read first: loads that do not wait for one another go on at once, and then all is at hand. What was read is put
  ;; at 0, where nothing lies, lest the loads be left out as useless.
  (func (export "countTags") (param $list i32) (param $end i32) (param $firstRow i32) (param $starts i32) (param $units i32)
    (param $limit i32) (param $reachAt i32) (param $reaches i32)
    (param $counts i32) (param $lastMetOn i32) (param $met i32) (param $metCount i32) (result i32)
    (local $row i32) (local $at i32) (local $to i32) (local $tag i32) (local $reach i32) (local $reachEnd i32)
    (local $count i32) (local $metAt i32) (local $next i32) (local $blockEnd i32) (local $seen i32)
    (local.set $metAt (i32.add (local.get $met) (i32.shl (local.get $metCount) (i32.const 2))))
    (local.set $starts (i32.sub (local.get $starts) (i32.shl (local.get $firstRow) (i32.const 2))))
    (block $done (loop $nextBlock
      (br_if $done (i32.ge_u (local.get $list) (local.get $end)))
      (local.set $blockEnd (i32.add (local.get $list) (i32.const 128)))
      (if (i32.gt_u (local.get $blockEnd) (local.get $end)) (then (local.set $blockEnd (local.get $end))))
      (local.set $next (local.get $list))
      (loop $touch
        (local.set $at (i32.add (local.get $starts) (i32.shl (i32.load (local.get $next)) (i32.const 2))))
        (local.set $seen (i32.add (local.get $seen) (i32.add
          (i32.load16_u (i32.add (local.get $units) (i32.shl (i32.load (local.get $at)) (i32.const 1))))
          (i32.load16_u (i32.add (local.get $units) (i32.shl (i32.load offset=4 (local.get $at)) (i32.const 1)))))))
        (local.set $next (i32.add (local.get $next) (i32.const 4)))
        (br_if $touch (i32.lt_u (local.get $next) (local.get $blockEnd))))
      (i32.store (i32.const 0) (local.get $seen))
      (loop $nextRow
        (br_if $nextBlock (i32.ge_u (local.get $list) (local.get $blockEnd)))
        (local.set $row (i32.load (local.get $list)))
        (local.set $list (i32.add (local.get $list) (i32.const 4)))
        (local.set $at (i32.add (local.get $starts) (i32.shl (local.get $row) (i32.const 2))))
        (local.set $to (i32.add (local.get $units) (i32.shl (i32.load offset=4 (local.get $at)) (i32.const 1))))
        (local.set $at (i32.add (local.get $units) (i32.shl (i32.load (local.get $at)) (i32.const 1))))
        (local.set $row (i32.add (local.get $row) (i32.const 1)))
        (loop $nextTag
          (br_if $nextRow (i32.ge_u (local.get $at) (local.get $to)))
          (local.set $tag (i32.load16_u (local.get $at)))
          (local.set $at (i32.add (local.get $at) (i32.const 2)))
          (if (i32.ge_u (local.get $tag) (i32.const 0xc000)) (then
            (local.set $tag (i32.or (i32.shl (i32.and (local.get $tag) (i32.const 0x3fff)) (i32.const 16))
              (i32.load16_u (local.get $at))))
            (local.set $at (i32.add (local.get $at) (i32.const 2)))))
          (br_if $nextRow (i32.ge_u (local.get $tag) (local.get $limit)))
          (br_if $nextTag (i32.eq (i32.and (local.get $tag) (i32.const 3)) (i32.const 2)))
          (local.set $tag (i32.and (local.get $tag) (i32.const -4)))
          (local.set $reach (i32.load (i32.add (local.get $reachAt) (local.get $tag))))
          (if (i32.eqz (local.get $reach)) (then
            (local.set $count (i32.load (i32.add (local.get $counts) (local.get $tag))))
            (i32.store (i32.add (local.get $counts) (local.get $tag)) (i32.add (local.get $count) (i32.const 1)))
            (br_if $nextTag (local.get $count))
            (i32.store (local.get $metAt) (i32.shr_u (local.get $tag) (i32.const 2)))
            (local.set $metAt (i32.add (local.get $metAt) (i32.const 4)))
            (br $nextTag)))
          (local.set $reach (i32.add (local.get $reaches) (i32.shl (local.get $reach) (i32.const 2))))
          (local.set $reachEnd (i32.add (local.get $reach) (i32.shl (i32.load (local.get $reach)) (i32.const 2))))
          (loop $nextMeaning
            (br_if $nextTag (i32.ge_u (local.get $reach) (local.get $reachEnd)))
            (local.set $reach (i32.add (local.get $reach) (i32.const 4)))
            (local.set $tag (i32.shl (i32.load (local.get $reach)) (i32.const 2)))
            (br_if $nextMeaning (i32.eq (i32.load (i32.add (local.get $lastMetOn) (local.get $tag))) (local.get $row)))
            (i32.store (i32.add (local.get $lastMetOn) (local.get $tag)) (local.get $row))
            (local.set $count (i32.load (i32.add (local.get $counts) (local.get $tag))))
            (i32.store (i32.add (local.get $counts) (local.get $tag)) (i32.add (local.get $count) (i32.const 1)))
            (br_if $nextMeaning (local.get $count))
            (i32.store (local.get $metAt) (i32.shr_u (local.get $tag) (i32.const 2)))
            (local.set $metAt (i32.add (local.get $metAt) (i32.const 4)))
            (br $nextMeaning))))))
    (i32.shr_u (i32.sub (local.get $metAt) (local.get $met)) (i32.const 2)))
)
