# Completion of granary-cli for bash.

_granary_cli()
{
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
  local commands="new demo check compact backup import today items suppliers item supplier stock adjust plan forecast explain
    suggestions accept review orders order event export undo redo log forecast-series"
  local options="--shop --today --json --help --version"
  local command="" word="" i

  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      -s | --shop | -t | --today) ((i++)) ;;
      -*) ;;
      *)
        if [[ -z $command ]]; then
          command=${COMP_WORDS[i]}
        elif [[ -z $word ]]; then
          word=${COMP_WORDS[i]}
        fi
        ;;
    esac
  done

  case $prev in
    -s | --shop | -o | --output)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$cur")
      return
      ;;
  esac

  case $command in
    "") options="$commands $options" ;;
    import)
      if [[ -z $word ]]; then
        options="items suppliers stock sales"
      elif [[ $cur != -* ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
        return
      else
        options+=" --map --dry-run --create-missing --skip-bad --again"
      fi
      ;;
    order)
      if [[ -z $word ]]; then
        options="show new add approve reopen send hold release receive close cancel"
      else
        options+=" --price --location --accept-more --all-due"
      fi
      ;;
    export)
      [[ -z $word ]] && options="sop stock orders" || options+=" --output"
      ;;
    backup | forecast-series)
      if [[ $cur != -* ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
        return
      fi
      [[ $command == forecast-series ]] && options+=" --horizon --method --frequency --level --output"
      ;;
    new) options+=" --currency" ;;
    items) options+=" --search --limit" ;;
    today) options+=" --limit" ;;
    suppliers) options+=" --search" ;;
    stock) options+=" --item --search --limit" ;;
    item) [[ -z $word ]] && options="new" || options+=" --family --unit --supplier --unit-cost --unit-price --lead-time --pack --minimum --barcode --on-hand" ;;
    supplier) [[ -z $word ]] && options="new" || options+=" --lead-time --minimum --email --phone" ;;
    adjust) options+=" --location --reason" ;;
    forecast)
      case $word in
        set) options+=" --method --since --predecessor --share" ;;
        mark) options+=" keep aside" ;;
        *) options+=" set mark --item --weeks --explain" ;;
      esac
      ;;
    event)
      case $word in
        "") options="list add remove" ;;
        add) options+=" --family --item --lift" ;;
      esac
      ;;
    suggestions) options+=" --supplier --all" ;;
    accept) options+=" --supplier --item --all" ;;
    orders) options+=" --all --search --limit" ;;
    review) options+=" --output" ;;
    undo) options+=" --to" ;;
    log) options+=" --search --limit" ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
}

complete -F _granary_cli granary-cli
