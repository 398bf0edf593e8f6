// In this order: the first tests bring about what the later ones look at.
import './stage';
import './first';
import './screens';
import './markup';
import './hardship';
import './costs';
import './report';
import './signin';
