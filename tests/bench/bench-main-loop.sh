# The real window on a real shop of 4,955 items and on one of 100,000: pages, search and scrolling.
build=$1
retail=${GRANARY_DATA:-../shared/data}/retail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT
granary="$build/src/cli/granary-cli --today 2011-06-30"
export GSETTINGS_SCHEMA_DIR="$build/data"

if [ -d "$retail" ]; then
  shop="$granary --shop $folder/retail.granary"
  {
    $shop new Retail --currency GBP
    $shop import suppliers "$retail/suppliers.csv"
    $shop import items "$retail/items.csv"
    $shop import stock "$retail/stock_2011-06-30.csv"
    $shop import sales "$retail/sales_2009-12_2011-06.csv.gz" --create-missing --skip-bad
    $shop plan
  } >/dev/null 2>&1
  echo "   retail shop"
  tests/with-display "$build/tests/ui/watch-main-loop" "$folder/retail.granary" 2011-06-30 2>/dev/null | grep '^#'
fi

shop="$granary --shop $folder/large.granary"
awk 'BEGIN { print "item,description,family,supplier,unit_cost,unit_price"
  split("chocolate,candle,basket,canvas,stand,copper,saucer,card,station,cotton", word, ",")
  for (i = 1; i <= 100000; i++)
    printf "L%06d,%s %s no. %d,Family %d,Supplier %d,%.2f,%.2f\n", i, word[i % 10 + 1], word[int(i / 10) % 10 + 1], i,
      i % 40, i % 60, 1 + i % 90, 2 + i % 170 }' >"$folder/items.csv"
awk 'BEGIN { print "item,location,quantity,counted_on"
  for (i = 1; i <= 100000; i++) printf "L%06d,Shop,%d,2011-06-01\n", i, i * 7919 % 200 }' >"$folder/stock.csv"
awk 'BEGIN { print "invoice,item,quantity,date,unit_price"
  for (i = 1; i <= 300000; i++)
    printf "I%d,L%06d,%d,2011-%02d-%02d,3.50\n", i / 5, i * 7919 % 100000 + 1, i % 5 + 1, i / 50001 + 1, i % 28 + 1 }' \
  >"$folder/sales.csv"
{
  $shop new Large
  $shop import items "$folder/items.csv"
  $shop import stock "$folder/stock.csv"
  $shop import sales "$folder/sales.csv"
} >/dev/null 2>&1
start=$(date +%s.%N)
$shop plan
echo "$start $(date +%s.%N)" | awk '{ printf "   planning 100,000 items took %.1f s\n", $2 - $1 }'
echo "   100,000 items"
tests/with-display "$build/tests/ui/watch-main-loop" "$folder/large.granary" 2011-06-30 2>/dev/null | grep '^#'
