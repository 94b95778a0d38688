"""How it is played: the rules of the game room, shown one by one."""
