import './stage';
import './first';
